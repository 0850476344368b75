import pg from "pg";

const OTHER_WORKSPACES = 20;

/** Fill a workspace with customers of known names, addresses and numbers, and twenty others with a third as many. */
export async function fillCustomers(
  ownerUrl: string,
  tenantId: string,
  customers: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await fillOne(client, tenantId, customers);
    for (let at = 1; at <= OTHER_WORKSPACES; at += 1) {
      const { rows } = await client.query<{ id: string }>("SELECT gen_random_uuid() AS id");
      const other = rows[0]?.id ?? "";
      await client.query("BEGIN");
      await client.query("SELECT app_set_tenant($1)", [other]);
      await client.query("INSERT INTO tenant (id, slug, name) VALUES ($1, $2, $2)", [
        other,
        `other-${at}`,
      ]);
      await client.query("COMMIT");
      await fillOne(client, other, Math.floor(customers / 3 / OTHER_WORKSPACES));
    }
    await client.query("VACUUM (ANALYZE) customer");
    await client.query("VACUUM (ANALYZE) customer_value");
  } finally {
    await client.end();
  }
}

/** Every 50th is a Smith; every 7th has three words to the name; a tenth has no order. */
async function fillOne(client: pg.Client, tenantId: string, customers: number): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT app_set_tenant($1)", [tenantId]);
  await client.query(
    `INSERT INTO customer (id, external_id, name, email, phone, attributes)
     SELECT gen_random_uuid(), 'C-' || n,
       'Name' || n % 5000 || CASE WHEN n % 7 = 0 THEN ' van' ELSE '' END
         || CASE WHEN n % 50 = 0 THEN ' Smith' ELSE ' Surname' || n * 3 % 20000 END,
       'person' || n || '@mail.example',
       CASE n % 3 WHEN 0 THEN '+43 ' WHEN 1 THEN '0' ELSE '0043 (0)' END || (200000000 + n * 7::bigint),
       jsonb_build_object('city', 'City ' || n % 300, 'visits', n % 90)
     FROM generate_series(0, $1::int - 1) n`,
    [customers],
  );
  await client.query(
    `INSERT INTO customer_value (customer_id, segment, revenue_minor, order_count, last_ordered_on)
     SELECT id, CASE WHEN n % 10 = 0 THEN 'no_orders' ELSE 'loyal' END, CASE WHEN n % 10 <> 0 THEN n * 7919 % 1000003 END,
       CASE WHEN n % 10 <> 0 THEN 3 END, CASE WHEN n % 10 <> 0 THEN date '2025-01-01' + (n % 400)::int END
     FROM (SELECT id, row_number() OVER ()::bigint AS n FROM customer WHERE tenant_id = $1) c`,
    [tenantId],
  );
  await client.query("COMMIT");
}
