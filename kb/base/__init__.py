"""The SQLite file: its model, ids and dates, opening and upgrading it, runs, laws and checks."""
