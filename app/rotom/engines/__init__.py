"""One file for each library that hears, thinks or speaks; only that file imports it."""
