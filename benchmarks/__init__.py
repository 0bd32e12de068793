"""Benchmarks, run by hand: `python -m benchmarks` prints a table of ratios, each from one run on one machine."""
