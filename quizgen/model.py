"""The base of every record that passes between the parts: frozen, and strict about what it holds."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A record that cannot be changed once made and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
