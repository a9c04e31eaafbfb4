//! Our own export, read as anybody's Terraform: what a `main.tf` can say comes back.

use std::path::Path;

use aurora_designer::design::{Design, Traits, Usage};
use aurora_designer::formats::terraform::main_tf;
use aurora_designer::formats::yaml;

use super::common::{notices, of};

/// A design without what no resource of AWS tells.
fn told(mut design: Design) -> Design {
    design.clients.clear();
    design.traits = Traits::default();
    design.prices.clear();
    design.budget_monthly_usd = None;
    design.usage = Usage::default();
    design.suppress.clear();
    design.cluster.alarms.dashboard = false;
    // The export sets some of its own.
    design.cluster.parameters.clear();
    // The project's name comes back from the cluster's; the others are names of their own.
    let (cluster, proxy, global) = (design.cluster_name(), design.proxy_name(), design.global_name());
    design.project_name = String::new();
    design.cluster.name = Some(cluster);
    if let Some(it) = &mut design.proxy {
        it.name = Some(proxy.clone());
    }
    if let Some(it) = &mut design.global {
        it.name = Some(global.clone());
    }
    if let Some(proxy) = &mut design.proxy {
        // End to end there is no entry for a user, whose IAM this is.
        proxy.iam_auth = aurora_designer::design::IamAuth::Disabled;
    }
    design
}

#[test]
fn what_an_export_says_comes_back_from_its_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/designs");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // Names full of quotes and templates are no names in AWS; and more than nine readers come back in the order of
        // their keys, reader-10 before reader-2.
        if ["hostile", "sixteen"].contains(&name.as_str()) {
            continue;
        }
        let design = yaml::read(&std::fs::read_to_string(&path).unwrap()).unwrap().design;
        let text = main_tf(&design);
        let text = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join(
            "
",
        );
        let import = of(&[("main.tf", &text)]).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let (back, sent) = (told(import.design.clone()), told(design));
        if back != sent {
            let (back, sent) = (yaml::write(&back), yaml::write(&sent));
            let diff = similar::TextDiff::from_lines(&sent, &back).unified_diff().to_string();
            panic!("{name}:\n{diff}\n{:#?}", notices(&import));
        }
        read += 1;
    }
    assert!(read > 10);
}
