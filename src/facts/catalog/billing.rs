//! How the bill counts, beside the prices themselves.

use super::fact::Fact;
use super::sources::{OWN_ARITHMETIC, price_book};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "PRI-01",
        "A month has 730 hours, as AWS' own calculators count it.",
        &["https://calculator.aws/"],
    ),
    Fact::data(
        "PRI-02",
        "The price list gives the cluster volume a minimum of 10 GB; whether a smaller volume is \
         billed as 10 GB is unconfirmed.",
        &[price_book!("S-OFFER")],
    )
    .unconfirmed(),
    Fact::data(
        "PRI-03",
        "In N. Virginia an instance of the R families costs less than serverless capacity once the \
         average is above about 27 to 29 percent of the ACUs of equal memory, and above 18 to 22 \
         percent with a reservation of one year.",
        &[OWN_ARITHMETIC],
    ),
    Fact::data(
        "PRI-04",
        "A Database Savings Plan of one year takes 20 percent off the provisioned families r7g, r7i \
         and r8g, and nothing off older ones.",
        &[price_book!("S-FINOPS")],
    ),
    Fact::data(
        "PRI-05",
        "A Database Savings Plan of one year takes up to 35 percent off serverless capacity, also on \
         I/O-Optimized; the exact rate is unconfirmed. The commitment is paid even while a cluster is \
         paused.",
        &["https://aws.amazon.com/savingsplans/database-pricing/", price_book!("S-FINOPS")],
    )
    .unconfirmed(),
    Fact::data(
        "PRI-06",
        "Reserved instances never cover ACUs. On I/O-Optimized an instance takes 1.3 reserved units.",
        &[price_book!("S-TOOLKIT")],
    ),
    Fact::data(
        "PRI-07",
        "Extended Support is charged on top of the ACU once a major's standard support has ended: two \
         years at one price, then at a higher one, from dates that each major has of its own. AWS has \
         moved such dates before, so those to come are unconfirmed.",
        &[price_book!("S-RULESTAMP")],
    )
    .unconfirmed(),
    Fact::data(
        "PRI-08",
        "In an offer file a price is found by its Region code and the end of its usage type; the \
         beginning differs from Region to Region. I/O is priced a single request, and a rate's code \
         is SKU.JRTCKXETXF.6YS6EN2CT7.",
        &[price_book!("S-OFFER")],
    ),
    Fact::data(
        "PRI-09",
        "Hourly prices of provisioned classes are those of a workbook of AWS Samples of July 2025 and \
         of AWS' price feed of 2025-11-18; reserved prices are known for part of the Regions only.",
        &[price_book!("S-SAMPLE")],
    ),
];
