"""Ask Datasette, as anybody installs it, for tables of a published base; print {name: [status of the page, status of the JSON, rows]}."""

import asyncio
import json
import sys

from datasette.app import Datasette


async def main(path, names):
    site = Datasette([path])
    await site.invoke_startup()
    answers = {}
    for name in names:
        page = await site.client.get(f"/kb/{name}")
        rows = await site.client.get(f"/kb/{name}.json?_size=1")
        answers[name] = [page.status_code, rows.status_code, rows.json().get("filtered_table_rows_count")]
    print(json.dumps(answers))


asyncio.run(main(sys.argv[1], json.loads(sys.argv[2])))
