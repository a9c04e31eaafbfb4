//! `bundle`: everything to hand over, in one archive with the same bytes every time.

use std::io::{Cursor, Write};
use std::path::Path;

use aurora_designer::design::Design;
use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::formats::charts::{EXPORTED_WIDTH, chart_svg, charts};
use aurora_designer::formats::svg::Theme;
use aurora_designer::formats::{bill as written, link, terraform, yaml};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::args::Request;
use super::verbs::{picture, refusal};
use super::{Answer, Failure, files};

/// Writes the archive.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let Some(out) = &request.out else {
        return Err(Failure::arguments("bundle needs --out X.zip"));
    };
    let opened = files::open(request, request.operand())?;
    if let Some(refused) = refusal(request, &opened) {
        return Ok(refused);
    }
    let bytes = pack(&contents(&opened.spec.design))
        .map_err(|error| Failure::of(&out.display().to_string(), format!("can't be packed: {error}")))?;
    files::write(request, Path::new(out), &bytes)?;
    Ok(Answer::default())
}

fn contents(design: &Design) -> Vec<(String, String)> {
    let bill = bill(design, PRICE_DATE);
    let files = [
        ("README.txt", readme(design)),
        ("main.tf", terraform::main_tf(design)),
        ("aurora.yaml", yaml::write(design)),
        ("diagram.svg", picture(design)),
        ("bill.md", written::markdown(design, &bill, PRICE_DATE)),
        ("bill.csv", written::csv(&bill)),
    ];
    let files = files.into_iter().map(|(name, text)| (name.to_owned(), text));
    let charts = charts(design, &bill, PRICE_DATE, EXPORTED_WIDTH);
    let charts = charts.iter().map(|(name, it)| (format!("{name}.svg"), chart_svg(it, Theme::Light)));
    files.chain(charts).collect()
}

/// Stored, not compressed, and dated 1980-01-01, so that the bytes follow from the contents alone.
fn pack(contents: &[(String, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, text) in contents {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn readme(design: &Design) -> String {
    let link = link::encode(design).unwrap_or_else(|error| error.to_string());
    format!(
        "{name}: an Aurora Serverless v2 cluster in {region}\n\
         \n\
         main.tf      Terraform: run terraform init, read terraform plan, then terraform apply\n\
         aurora.yaml  the spec; aurora-designer reads it again\n\
         diagram.svg  the diagram\n\
         bill.md      the monthly bill with its arithmetic; prices as of {PRICE_DATE}\n\
         bill.csv     the same as a table\n\
         bill-*.svg   the same as charts, with what else would pay for the month\n\
         \n\
         Made by aurora-designer {version}. To open the design in the app, put this behind the # of its address:\n\
         \n\
         {link}\n",
        name = design.project_name,
        region = design.region.code,
        version = env!("CARGO_PKG_VERSION"),
    )
}
