// Forty customers of eighteen countries. As a table, because forty objects would say no more on four hundred lines.
import type { CreateCustomerInput } from "../create-customer";

/** A customer under the ids it may have: a person's own customer may have taken the first one. */
export type SampleCustomer = {
  readonly slug: string;
  readonly externalIds: readonly string[];
  readonly input: CreateCustomerInput;
};

// name | legal name | slug | country | address | postal code | city | tags | contact
const ROWS = `
Globex | Globex GmbH | globex | DE | Lindenstraße 14 | 10969 | Berlin | beta, enterprise | Anke Vogel
Initech | Initech LLC | initech | US | 4120 Freidrich Lane | 78744 | Austin | enterprise | Peter Gibbons
Umbrella Logistics | Umbrella Logistics Ltd | umbrella | GB | 22 Bishopsgate | EC2N 4BQ | London | enterprise | Alice Marsh
Soylent Foods | Soylent Foods SAS | soylent | FR | 8 rue de Rivoli | 75004 | Paris | startup | Camille Roux
Hooli | Hooli Inc. | hooli | US | 1401 N Shoreline Blvd | 94043 | Mountain View | beta | Monica Hall
Stark Solar | Stark Solar B.V. | stark | NL | Weesperstraat 61 | 1018 VN | Amsterdam | startup | Jeroen Bakker
Wonka Chocolate | Wonka Chocolate AG | wonka | CH | Bahnhofstrasse 21 | 8001 | Zürich | enterprise | Lea Keller
Acme Anvils | Acme Anvils Ltd. | acme | CA | 310 Front Street W | M5V 3B5 | Toronto | startup | Owen Clarke
Northwind Traders | Northwind Traders Inc. | northwind | US | 722 Moss Bay Blvd | 98033 | Kirkland | enterprise | Nancy Davolio
Halden Robotics | Halden Robotics AS | halden | NO | Storgata 9 | 0155 | Oslo | startup | Ingrid Solberg
Kestrel Air | Kestrel Air Pty Ltd | kestrel | AU | 5 Bligh Street | 2000 | Sydney | enterprise | Mia Thornton
Bluebird Clinics | Bluebird Clinics GmbH | bluebird | DE | Maximilianstraße 35 | 80539 | München | healthcare | Jonas Brandt
Sakura Systems | Sakura Systems K.K. | sakura | JP | 1-9-1 Marunouchi | 100-0005 | Tokyo | partner | Haruka Tanaka
Quill & Harbor | Quill & Harbor LLP | quill | GB | 3 Queen Square | BS1 4JQ | Bristol | legal | Imogen Reid
Tamarind Travel | Tamarind Travel Pvt. Ltd. | tamarind | IN | 14 Residency Road | 560025 | Bengaluru | startup | Arjun Rao
Fjord Analytics | Fjord Analytics ApS | fjord | DK | Kompagnistræde 20 | 1208 | København | beta | Freja Lund
Copper Canyon Energy | Copper Canyon Energy Inc. | coppercanyon | US | 2390 E Camelback Road | 85016 | Phoenix | enterprise | Dale Whitmore
Lumen Press | Lumen Press SARL | lumen | FR | 17 cours Vitton | 69006 | Lyon | media | Julien Faure
Aurora Bank | Aurora Bank Oyj | aurora | FI | Aleksanterinkatu 44 | 00100 | Helsinki | enterprise, finance | Elina Virtanen
Peppercorn Kitchens | Peppercorn Kitchens Ltd | peppercorn | IE | 41 Dawson Street | D02 YA38 | Dublin | startup | Aoife Byrne
Meridian Freight | Meridian Freight S.A. | meridian | ES | Calle de Alcalá 120 | 28009 | Madrid | logistics | Lucía Ortega
Verdant Farms | Verdant Farms Co-op | verdant | NZ | 86 Customs Street | 1010 | Auckland | startup | Tane Walker
Obsidian Games | Obsidian Games AB | obsidian | SE | Sveavägen 48 | 111 34 | Stockholm | beta | Elsa Nyström
Silverline Insurance | Silverline Insurance plc | silverline | GB | 1 Broadgate | EC2M 2QS | London | enterprise, finance | Graham Poole
Pinecrest Schools | Pinecrest School District | pinecrest | US | 500 Union Street | 98101 | Seattle | public | Carol Jensen
Atlas Maps | Atlas Maps Sp. z o.o. | atlas | PL | ul. Prosta 51 | 00-838 | Warszawa | startup | Marek Zieliński
Cobalt Security | Cobalt Security Ltd. | cobalt | IL | 94 Yigal Alon Street | 6789140 | Tel Aviv | partner | Noa Levi
Riverstone Hotels | Riverstone Hotels S.p.A. | riverstone | IT | Via Torino 40 | 20123 | Milano | hospitality | Paolo Ricci
Marlow & Finch | Marlow & Finch LLC | marlow | US | 233 Broadway | 10279 | New York | legal | Beth Finch
Zephyr Wind | Zephyr Wind A/S | zephyr | DK | Hedeager 42 | 8200 | Aarhus | enterprise | Lars Holm
Caldera Coffee | Caldera Coffee S.A.S. | caldera | CO | Carrera 43A 1-50 | 050021 | Medellín | startup | Valentina Gómez
Helix Genomics | Helix Genomics Inc. | helix | US | 75 Binney Street | 02142 | Cambridge | healthcare, enterprise | Priya Nair
Oakridge Builders | Oakridge Builders Inc. | oakridge | CA | 1055 W Georgia Street | V6E 3P3 | Vancouver | startup | Liam Fraser
Tessera Museum | Stichting Tessera | tessera | NL | Museumpark 18 | 3015 CX | Rotterdam | public | Sanne de Wit
Kobalt Werke | Kobalt Werke KG | kobalt | DE | Königsallee 60 | 40212 | Düsseldorf | enterprise | Stefan Krüger
Juniper Skincare | Juniper Skincare Ltd | juniper | GB | 12 Hardman Street | M3 3HF | Manchester | startup | Chloe Barnes
Polaris Shipping | Polaris Shipping Pte. Ltd. | polaris | SG | 8 Marina Boulevard | 018981 | Singapore | logistics, partner | Wei Ling Tan
Brightwater Utilities | Brightwater Utilities Corp. | brightwater | US | 100 N Tryon Street | 28202 | Charlotte | public | Marcus Hill
Nimbus Weather | Nimbus Weather SRL | nimbus | BE | Rue de la Loi 82 | 1040 | Bruxelles | beta | Louise Peeters
Sable Studios | Sable Studios GmbH | sable | AT | Mariahilfer Straße 77 | 1060 | Wien | media | Clara Huber`;

export const SAMPLE_CUSTOMERS: readonly SampleCustomer[] = ROWS.trim().split("\n").map(customerOf);

function customerOf(row: string, at: number): SampleCustomer {
  const [
    name = "",
    legalName = "",
    slug = "",
    country = "",
    address1 = "",
    postalCode = "",
    city = "",
    tags = "",
    who,
  ] = row.split("|").map((cell) => cell.trim());
  const host = `${slug}.example`;
  const payable = { email: `accounts@${host}`, roles: ["accounts_payable"], emailRecipientType: "cc" } as const;
  const contact = {
    name: who ?? name,
    email: `${at % 2 === 0 ? "billing" : "finance"}@${host}`,
    roles: at % 5 === 0 ? (["billing", "executive"] as const) : (["billing"] as const),
    emailRecipientType: "to",
  } as const;
  return {
    slug,
    externalIds: [`cust_${slug}`, `cust_${slug}_sample`],
    input: {
      name,
      legalName,
      tags: tags.split(", "),
      contacts: at % 3 === 0 ? [contact, payable] : [contact],
      billingAddress: { address1, postalCode, city, country },
    },
  };
}
