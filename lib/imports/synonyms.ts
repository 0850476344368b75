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

const ORDER_STATUS =
  "status orderstatus cancelled canceled iscancelled iscanceled cancelledat canceledat cancelledon canceledon voided isvoided " +
  "storniert storno bestellstatus auftragsstatus statutcommande estadopedido statoordine bestelstatus";

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

const ID = "id nr no number externalid";
const CUSTOMER_EMAIL = `${EMAIL} contactemail requesteremail respondentemail recipientemail useremail`;
const TOUCHPOINT =
  "touchpoint touchpointname stage contactpoint kontaktpunkt pointdecontact puntodecontacto";
const SEGMENT =
  "segment customersegment segmentname kundensegment segmento segmentclient klantsegment";
const DEPARTMENT =
  "department departmentname dept team unit businessunit group queue abteilung bereich service departement departamento " +
  "dipartimento reparto afdeling";
const SOURCE_CHANNEL =
  "channel via medium origin submittedvia contactchannel kanal canal canale kanaal";
const WHEN_DAY =
  "date day on when occurredon eventdate surveydate responsedate calldate visitdate contactdate datum tag fecha data jour";
const WHEN_AT =
  "timestamp datetime time occurredat submittedat createdat created respondedat completedat recordedat recordeddate " +
  "startdate enddate submitdate calledat startedat zeitstempel zeitpunkt horodatage fechahora dataora tijdstip";
const SUBJECT = "subject title betreff titel objet asunto oggetto onderwerp topic summary";
const REASON =
  "reason cause issue category rootcause grund ursache raison motif motivo causa reden oorzaak";

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
    unitPrice:
      "unitprice priceperunit lineitemprice einzelpreis stuckpreis stueckpreis prixunitaire preciounitario prezzounitario stuksprijs",
    description: "description lineitemname artikelbezeichnung",
    orderStatus: ORDER_STATUS,
    returnOf:
      "returnof returnedorder originalorder originalorderid originalinvoice refundof creditof",
  },
  subscriptions: {
    subscriptionExternalId: `${ID} subscriptionid subscriptionno subscriptionnumber subscription contractid contractno contractnumber contract vertragsnummer vertragsnr vertrag abonummer abo abonnement contrat contrato contratto policyno policynumber`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    plan: "plan planname product productname tier package tarif tariff formule piano paquete abonnementtype",
    startedOn:
      "start startdate startedon startson begin begindate activatedon activationdate signupdate created createdon beginn vertragsbeginn startdatum debut datedebut inicio fechainicio inizio datainizio ingangsdatum",
    endedOn:
      "end enddate endedon endson cancelledon canceledon cancellationdate canceldate churndate churnedon terminatedon expires expirydate ende vertragsende enddatum kundigung fin datefin fechafin fine datafine einddatum",
    price: `price mrr arr fee amount monthlyprice recurringamount preis betrag prix montant precio importe prezzo importo prijs bedrag`,
    currency: CURRENCY,
    period:
      "period interval billingperiod billinginterval billingcycle frequency periode intervall periodicite periodo",
  },
  signals: {
    signalExternalId: `${ID} responseid responseno response submissionid feedbackid surveyresponseid respondentid respondent reviewid signalid answerid`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    audience: "audience respondenttype zielgruppe",
    occurredOn: WHEN_DAY,
    occurredAt: WHEN_AT,
    question: "question questiontext item prompt survey surveyname frage pregunta domanda vraag",
    metric: "metric metrictype scoretype kennzahl",
    score:
      "score rating value nps npsscore csat csatscore ces cesscore stars grade mark bewertung note punktzahl puntuacion punteggio",
    answer: "answer answertext answervalue antwort reponse respuesta risposta antwoord",
    scaleMin: "scalemin minscore scaleminimum min",
    scaleMax: "scalemax maxscore scalemaximum max outof",
    higherIsBetter: "higherisbetter direction",
    comment:
      "comment comments feedback verbatim text body review reviewtext message opentext remark kommentar rueckmeldung ruckmeldung commentaire comentario commento opmerking",
    language: "language lang locale userlanguage sprache langue idioma lingua taal",
    channel: `${SOURCE_CHANNEL} source distributionchannel`,
    touchpoint: TOUCHPOINT,
    segment: SEGMENT,
    department: DEPARTMENT,
  },
  interactions: {
    interactionExternalId: `${ID} callid ticketid caseid conversationid chatid visitid interactionid contactno activityid`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    interactionKind:
      "kind type interactiontype calltype contacttype tickettype activitytype art typ tipo soort",
    occurredOn: WHEN_DAY,
    occurredAt: WHEN_AT,
    channel: SOURCE_CHANNEL,
    duration:
      "duration durationseconds seconds length talktime handletime callduration dauer gesprachsdauer duree duracion durata duur",
    activity: "activity costactivity activityname tatigkeit activite actividad attivita activiteit",
    outcome: "outcome result disposition ergebnis resultat resultado risultato uitkomst",
    subject: SUBJECT,
    notes:
      "notes note comment comments description body text summarytext transcript notizen bemerkung notas appunti",
    touchpoint: TOUCHPOINT,
    department: DEPARTMENT,
  },
  complaints: {
    complaintExternalId: `${ID} complaintid complaintno complaintnumber complaint caseid caseno casenumber ticketid rmano rma claimid claimno beschwerdenr beschwerdenummer reklamationsnr reclamation reclamo klacht klachtnummer`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    receivedOn:
      "date received receivedon datereceived opened openedon dateopened complaintdate datum eingang eingangsdatum fecha data",
    receivedAt: "receivedat createdat created createddate datetimeopened openedat timestamp",
    closedOn:
      "closed closedon closedat dateclosed solvedat resolvedon resolvedat resolutiondate geschlossen erledigtam",
    status: "status state casestatus stand etat estado stato",
    channel: SOURCE_CHANNEL,
    product: "product productname producto produit prodotto produkt",
    reason: REASON,
    subReason: "subreason subissue subcategory detail",
    subject: SUBJECT,
    description:
      "description body text narrative complainttext details message beschreibung descripcion descrizione omschrijving consumercomplaintnarrative",
    resolution:
      "resolution response answer solution companyresponse outcome losung antwort reponse solucion soluzione oplossing",
    isTimely: "istimely timely timelyresponse intime ontime",
    isDisputed: "disputed consumerdisputed isdisputed",
    touchpoint: TOUCHPOINT,
    segment: SEGMENT,
    department: DEPARTMENT,
  },
  win_loss: {
    dealExternalId: `${ID} dealid dealno opportunityid opportunityno quoteid quoteno offerno angebotsnr`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    decidedOn:
      "date decidedon closedate closedon closed decisiondate datum fecha data entscheidungsdatum",
    dealOutcome: "outcome result status stage wonlost winloss won ergebnis resultat",
    offer: "offer product solution dealname opportunityname angebot produkt offre oferta offerta",
    competitor:
      "competitor lostto wonagainst mitbewerber wettbewerber concurrent competidor concorrente concurrent",
    reason: `${REASON} lossreason winreason closedlostreason`,
    amount:
      "amount value dealvalue dealsize revenue total betrag wert montant importe importo bedrag",
    currency: CURRENCY,
    notes: "notes note comment comments interview feedback body text notizen",
    segment: SEGMENT,
    department: DEPARTMENT,
  },
  activity_rates: {
    activity:
      "activity activityname costactivity name tatigkeit aktivitat activite actividad attivita activiteit",
    unit: "unit per basis driver costdriver einheit unite unidad unita eenheid",
    cost: "cost rate price amount costperunit unitcost kosten satz kostensatz cout tarif coste tarifa costo",
    currency: CURRENCY,
    validFrom: "validfrom from since date gultigab ab valabledes desde dal vanaf",
  },
  acquisition_costs: {
    acquisitionCostExternalId: `${ID} costid costno acquisitioncostid invoiceid invoiceno bookingno`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    channel: `${SOURCE_CHANNEL} source acquisitionchannel marketingchannel campaign campaignname quelle kampagne campagne campana campagna bron`,
    startedOn:
      "from start startdate startedon startson date day month period acquiredon von ab beginn datum monat debut mois desde inicio fecha mes dal inizio data mese vanaf maand",
    endedOn: "to until till end enddate endedon endson bis ende fin jusqua hasta al fine tot einde",
    amount:
      "amount cost costs spend spent adspend mediaspend marketingspend marketingcost marketingcosts acquisitioncost acquisitioncosts acquisitionspend cac kosten ausgaben werbekosten akquisekosten betrag cout couts depense depenses montant coste costes gasto gastos importe costo costi spesa spese importo uitgaven bedrag",
    currency: CURRENCY,
  },
  segment_lists: {
    segment: `${SEGMENT} list listname liste lista lijst`,
    customerExternalId: CUSTOMER_NUMBER,
    customerEmail: CUSTOMER_EMAIL,
    hasLeft:
      "left leftsegment leave leaves lefton removed remove removedon verlassen austritt sorti salida uscita vertrokken",
  },
};
