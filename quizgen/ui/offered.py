"""Whether this server offers the page for teachers, which shows the keys of every question of a bank.

Whoever can open that page can look up what a quiz asks. So where nothing else was said it is offered only by a server
that listens to its own machine alone, and not to a browser whose request comes by way of another machine.
"""

from __future__ import annotations

import os
from ipaddress import ip_address

import streamlit as st
from streamlit import config

WORKSHEETS_VARIABLE = "QUIZGEN_WORKSHEETS"
YES = ("1", "true", "t", "yes", "y", "on")
"""What is read as yes in a variable, as the command line reads it; all else means no."""
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via")
"""What a proxy adds to a request that it passes on."""


def worksheets() -> bool:
    """Return whether the page of worksheets is offered to the reader of this session."""
    if said := os.environ.get(WORKSHEETS_VARIABLE):
        return said.strip().lower() in YES
    return only_here(config.get_option("server.address")) and not any(name in st.context.headers for name in PASSED_ON)


def only_here(host: str | None) -> bool:
    """Return whether a server that listens on this address is reached from its own machine alone."""
    if not host or host == "localhost":
        return bool(host)
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False  # a name, which may lead anywhere
