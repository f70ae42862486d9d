"""What is installed beside this program: pinned, with the digests of its files, and under licences that are listed."""
