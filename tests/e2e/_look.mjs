import { start, stop, profile, newPage, open } from "/work/wt/ux/tests/e2e/harness.mjs";
import { serve } from "/work/wt/ux/tests/e2e/server.mjs";
import { DIST } from "/work/wt/ux/tests/e2e/paths.mjs";
const server = await serve(DIST);
await start(server.url);
const sizes = { wide: [1440, 900], lap: [1024, 768], phone: [390, 844] };
for (const [name, [width, height]] of Object.entries(sizes)) for (const scheme of ["light","dark"]) {
  const context = await profile({ viewport: { width, height }, colorScheme: scheme, hasTouch: name==="phone", isMobile: name==="phone" });
  const page = await newPage(context);
  page.on("console", m => { if (m.type()!=="log") console.log(name, m.type(), m.text().slice(0,200)); });
  await open(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `/tmp/uxs/${name}-${scheme}.png`, fullPage: name==="phone" });
  if (scheme==="light" && name!=="phone") { await page.getByRole("button",{name:"Open outline"}).click({timeout:500}).catch(()=>{});
    await page.getByRole("tab",{name:"Cost",exact:true}).click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/uxs/${name}-cost.png` });
    await page.getByRole("tab",{name:"Problems"}).click();
    await page.getByLabel("Minimum",{exact:true}).first().fill("0.3");
    await page.getByRole("button",{name:/^Add reader$/}).first().click().catch(e=>console.log(String(e).slice(0,100)));
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/uxs/${name}-typed.png` });
  }
  console.log(name, scheme, await page.evaluate(()=>[document.documentElement.scrollHeight, innerHeight, document.documentElement.scrollWidth, innerWidth]), page.faults);
  await context.close();
}
await stop(); server.close();
