"""The author's file: its model, its loading with diagnostics, and its canonical form."""

from quizgen.bank.loading import LoadedBank, load_bank, load_bank_text
from quizgen.bank.model import Bank
from quizgen.bank.same_ids import BankName, same_ids

__all__ = ["Bank", "BankName", "LoadedBank", "load_bank", "load_bank_text", "same_ids"]
