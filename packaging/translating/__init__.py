"""Gathers what is to be translated, and keeps the files of Qt Linguist up to date."""
