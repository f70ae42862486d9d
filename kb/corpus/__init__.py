"""Archives too large for one base: articles read into a lake of Parquet files, from which a desk's base takes what it works on.

    proposing.propose (folder -> lake) -> pulling.pull (lake -> base)

A lake has a folder for each table, named as the table and with its columns, so that DuckDB and Spark read it as it is. Nothing is edited
there, and no law is enforced there: a base that pulls from it checks every row.
"""
