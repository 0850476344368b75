import type { ImportField, ImportKind } from "./types.ts";

// A data table: headers as shops, tills and CRMs export them, written as `normaliseHeader` leaves them
// (lower case, no accents, letters and digits only). English, German, French, Spanish, Italian, Dutch.

const CUSTOMER_NUMBER =
  "customerid customernumber customerno customernr customercode customerkey customerref customerexternalid customer " +
  "custid custno custnr custnumber cust cid clientid clientnumber clientno clientnr clientcode client " +
  "userid usernumber memberid membernumber memberno contactid buyerid accountid accountnumber accountno shopperid " +
  "kundennr kundennummer kundenid kundenno kundenr kundeid kundenummer kunde debitornr debitorennummer debitor " +
  "numeroclient numclient nclient noclient idclient codeclient clientnumero " +
  "idcliente clienteid numerocliente numcliente ncliente codigocliente codcliente cliente codicecliente " +
  "klantnummer klantnr klantid klant klantcode relatienummer";

const NAME =
  "name fullname customername clientname displayname contactname companyname kundenname vollername namekunde name1 " +
  "nom nomcomplet nomclient nomduclient nombre nombrecompleto nombrecliente nome nomecompleto nomecliente nominativo " +
  "naam volledigenaam klantnaam";

const EMAIL =
  "email emailaddress mail mailaddress emailadresse mailadresse customeremail clientemail kundenemail " +
  "courriel adresseemail adressemail adresseelectronique correo correoelectronico direccioncorreo " +
  "posta postaelettronica indirizzoemail emailadres mailadres";

const PHONE =
  "phone phoneno phonenumber telephone telephoneno telephonenumber tel telno mobile mobileno mobilenumber mobilephone cell " +
  "cellphone customerphone contactphone telefon telefonnr telefonnummer handy handynr handynummer mobil mobilnummer rufnummer " +
  "telephonemobile telportable portable numerodetelephone telefono telefonomovil movil numerodetelefono cellulare telefoonnummer " +
  "telefoon mobiel";

const CONSENT_SERVICE = "consentservice serviceconsent servicebasis lawfulbasisservice";

const CONSENT_FEEDBACK =
  "consentfeedback feedbackconsent surveyconsent consentsurvey consentsurveys consentfeedbacksurveys surveyoptin allowsurveys " +
  "lawfulbasisfeedback";

const CONSENT_MARKETING =
  "consentmarketing marketingconsent marketingoptin acceptsmarketing acceptsemailmarketing emailoptin newsletter " +
  "newsletteroptin optin subscribed marketingpermission werbeeinwilligung newsletteranmeldung werbung werbungok " +
  "lawfulbasismarketing";

const REGISTERED =
  "registered registeredon registeredat registrationdate dateregistered regdate customersince clientsince membersince " +
  "since signup signupdate signedup signedupat joined joindate joinedon datejoined createdat createdon created dateadded " +
  "accountcreated firstseen seit kundeseit angelegt angelegtam registriert registriertam registrierungsdatum eintrittsdatum " +
  "anmeldedatum dateinscription inscritle datecreation clientdepuis depuis " +
  "fechaalta fechaderegistro fecharegistro alta clientedesde desde dataregistrazione dataiscrizione registratoil clientedal " +
  "registratiedatum aanmelddatum klantsinds sinds";

const ORDER_NUMBER =
  "orderid ordernumber orderno ordernr orderref orderreference ordercode orderexternalid order " +
  "invoice invoiceid invoiceno invoicenr invoicenumber transactionid transactionno transactionnumber transaction " +
  "receipt receiptid receiptno receiptnumber purchaseid purchaseno saleid saleno ticketno bookingid " +
  "bestellnr bestellnummer bestellung bestellid auftrag auftragsnr auftragsnummer auftragnr rechnungsnr rechnungsnummer " +
  "rechnung belegnr belegnummer beleg bonnr " +
  "commande numerocommande numcommande nocommande ncommande idcommande facture numerofacture nofacture " +
  "pedido numeropedido idpedido npedido factura numerofactura nfactura " +
  "ordine numeroordine idordine nordine fattura numerofattura scontrino bestelnummer bestelling factuurnummer factuur";

const ORDER_DAY =
  "date orderdate orderedon dateoforder orderday purchasedate purchasedon dateofpurchase invoicedate transactiondate " +
  "saledate salesdate bookingdate receiptdate orderdt day " +
  "datum bestelldatum auftragsdatum kaufdatum rechnungsdatum buchungsdatum belegdatum tag kauftag " +
  "datecommande datedecommande dateachat datedachat datefacture " +
  "fecha fechapedido fechadepedido fechacompra fechadecompra fechafactura " +
  "data dataordine datadellordine dataacquisto dataacquisti datafattura besteldatum orderdatum aankoopdatum factuurdatum";

const ORDER_INSTANT =
  "orderedat createdat created purchasedat placedat timestamp datetime ordertimestamp orderdatetime purchasetimestamp " +
  "invoicedatetime transactiontime transactiondatetime zeitstempel bestelltam zeitpunkt horodatage fechahora dataora " +
  "tijdstip";

const AMOUNT =
  "amount orderamount totalamount amounttotal total totalprice ordertotal grandtotal totalvalue ordervalue value " +
  "revenue sales salesamount salesvalue turnover price spend spent totalspend net netamount gross grossamount sum " +
  "invoicetotal invoiceamount transactionamount purchaseamount paid amountpaid monetary linetotal " +
  "betrag gesamtbetrag rechnungsbetrag bestellwert auftragswert warenwert umsatz summe gesamtsumme gesamt preis gesamtpreis " +
  "netto brutto nettobetrag bruttobetrag wert " +
  "montant montanttotal prix prixtotal chiffredaffaires ca totalttc totalht montantttc montantht " +
  "importe importetotal precio preciototal monto montototal ventas ingresos " +
  "importo importototale prezzo prezzototale totale fatturato ricavi ricavo " +
  "bedrag totaalbedrag totaal omzet prijs";

const CURRENCY =
  "currency currencycode ordercurrency curr ccy iso4217 waehrung wahrung devise monnaie moneda divisa valuta";

const QUANTITY =
  "quantity qty quantityordered orderquantity orderqty units unitssold count pieces pcs numberofitems itemcount items cds " +
  "menge anzahl stuck stueck stuckzahl stueckzahl bestellmenge " +
  "quantite qte nombredarticles cantidad cant unidades quantita qta pezzi aantal hoeveelheid stuks";

const PRODUCT =
  "product productid productcode productno productnumber productsku productref sku item itemid itemcode itemno itemnumber " +
  "stockcode articleid articleno articlenumber article asin ean gtin upc " +
  "artikel artikelnr artikelnummer produkt produktnr produktnummer produktcode produktid " +
  "produit codeproduit refproduit referenceproduit codearticle refarticle " +
  "producto codigoproducto codproducto articulo codigoarticulo referencia " +
  "prodotto codiceprodotto articolo codicearticolo";

const CHANNEL =
  "channel saleschannel orderchannel source ordersource salessource store storename shop outlet pointofsale pos platform " +
  "medium kanal vertriebskanal verkaufskanal quelle filiale laden geschaft markt canal canaldevente canalvente " +
  "magasin boutique canalventa canaldeventa tienda fuente origen canale canaledivendita negozio fonte kanaal verkoopkanaal " +
  "winkel bron";

/** Header words by field, parted by spaces; `id`, `nr` alone mean the number of the row's own kind. */
export const SYNONYMS: Record<ImportKind, Partial<Record<ImportField, string>>> = {
  customers: {
    externalId: `id nr no number externalid ${CUSTOMER_NUMBER}`,
    email: EMAIL,
    name: NAME,
    phone: PHONE,
    registeredOn: REGISTERED,
    consentService: CONSENT_SERVICE,
    consentFeedback: CONSENT_FEEDBACK,
    consentMarketing: CONSENT_MARKETING,
  },
  orders: {
    orderExternalId: `id nr no number externalid ${ORDER_NUMBER}`,
    customerExternalId: CUSTOMER_NUMBER,
    orderedOn: ORDER_DAY,
    orderedAt: ORDER_INSTANT,
    amount: AMOUNT,
    currency: CURRENCY,
    quantity: QUANTITY,
    productCode: PRODUCT,
    channel: CHANNEL,
  },
};
