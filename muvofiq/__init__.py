"""Muvofiq: the workbench with which legal experts bring a national law into line with international practice."""

__version__ = "0.1.0"
