"""Other people's formats in and out, one module each, and a base dumped and loaded whole."""
