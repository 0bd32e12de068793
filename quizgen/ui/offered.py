"""Whether this server offers the pages for teachers and authors, which show keys and may write files.

Whoever can open the page of worksheets can look up what a quiz asks. So where nothing else was said these pages are
offered only by a server that listens to its own machine alone, and not to a browser whose request comes by way of
another machine. Files are written nowhere else, whatever was said.
"""

from __future__ import annotations

import os
from ipaddress import ip_address
from pathlib import Path

import streamlit as st
from streamlit import config

WORKSHEETS_VARIABLE = "QUIZGEN_WORKSHEETS"
AUTHOR_VARIABLE = "QUIZGEN_AUTHOR"
PREVIEW_VARIABLE = "QUIZGEN_PREVIEW"
YES = ("1", "true", "t", "yes", "y", "on")
"""What is read as yes in a variable, as the command line reads it; all else means no."""
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via")
"""What a proxy adds to a request that it passes on."""


def worksheets() -> bool:
    """Return whether the page of worksheets, and with it every key, is offered to the reader of this session."""
    return _said(WORKSHEETS_VARIABLE)


def author() -> bool:
    """Return whether the page on which banks are written is offered."""
    return _said(AUTHOR_VARIABLE)


def preview() -> Path | None:
    """Return the bank whose questions are shown while another program writes it, if that was asked for."""
    named = os.environ.get(PREVIEW_VARIABLE)
    return Path(named) if named else None


def local() -> bool:
    """Return whether the reader of this session sits at the machine of the server, as far as can be told."""
    return only_here(config.get_option("server.address")) and not any(name in st.context.headers for name in PASSED_ON)


def _said(variable: str) -> bool:
    if said := os.environ.get(variable):
        return said.strip().lower() in YES
    return local()


def only_here(host: str | None) -> bool:
    """Return whether a server that listens on this address is reached from its own machine alone."""
    if not host or host == "localhost":
        return bool(host)
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False  # a name, which may lead anywhere
