"""The public edition as a folder of files that needs no server: the site's own pages, with a search that runs in the browser."""
