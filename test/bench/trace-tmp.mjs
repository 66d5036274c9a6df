import { join } from 'node:path'
import { writeFileSync, rmSync } from 'node:fs'
import { launchApp } from '../e2e/support/launch.ts'
import { codedProject, codedTitle } from './coded-text.mjs'
import { median, p95 } from './report.mjs'
import { watchInPage } from './watch-in-page.mjs'
const codings=Number(process.argv[2]??10000), depth=codings>5000?4:2, N=Number(process.argv[3]??60)
const doTrace=process.argv[4]==='trace'
const app=await launchApp(); const {page}=app
const path=join(app.folder,'bench.standpoint'); await codedProject(path,codings,depth)
await page.evaluate(watchInPage)
await page.getByRole('button',{name:/^New project/}).waitFor()
await app.electron.evaluate(({dialog},f)=>{dialog.showOpenDialog=()=>Promise.resolve({canceled:false,filePaths:[f]})},path)
await page.keyboard.press('Control+o')
const who=page.getByRole('dialog',{name:'Who works here?'}), source=page.getByRole('treeitem',{name:codedTitle})
await who.or(source).first().waitFor(); if(await who.isVisible()) await page.keyboard.press('Enter'); await source.waitFor()
await page.getByRole('tree',{name:'Sources and folders'}).focus(); await page.keyboard.press('ArrowDown')
await page.evaluate(()=>window.bench.watchOpening()); await page.keyboard.press('Enter'); await page.evaluate(()=>window.bench.opened)
const times=[]; const calls=[]
let cdp; const events=[]
for(let n=0;n<N;n++){
  await page.evaluate(()=>window.bench.selectWords())
  if(n===0){ await page.keyboard.press('c'); await page.getByRole('combobox',{name:'Code the selection'}).fill('code 7'); await page.keyboard.press('Enter'); await page.getByRole('dialog').waitFor({state:'hidden'})
    rmSync('/tmp/cl/engine.log',{force:true}); await page.evaluate(()=>{window.tr=[]; window.keys=[]; window.addEventListener('keydown',e=>window.keys.push(e.timeStamp),true)})
    if(doTrace){ cdp=await page.context().newCDPSession(page); cdp.on('Tracing.dataCollected',e=>events.push(...e.value)); await cdp.send('Tracing.start',{transferMode:'ReportEvents',categories:'devtools.timeline,blink.user_timing,disabled-by-default-devtools.timeline,disabled-by-default-v8.cpu_profiler,v8.execute'})}
    continue }
  await page.evaluate(()=>window.bench.watchCoding('1')); await page.keyboard.press('1'); times.push(await page.evaluate(()=>window.bench.coded))
}
const keys=await page.evaluate(()=>window.keys), tr=await page.evaluate(()=>window.tr??[]), origin=await page.evaluate(()=>performance.timeOrigin)
console.log(JSON.stringify({codings,median:median(times),p95:p95(times),all:times.map(Math.round)}))
if(process.env.TR)writeFileSync('/tmp/cl/tr.json',JSON.stringify({times,keys,tr,origin}))
if(doTrace){ const done=new Promise(r=>cdp.on('Tracing.tracingComplete',r)); await cdp.send('Tracing.end'); await done; writeFileSync('/tmp/cl/trace.json',JSON.stringify({traceEvents:events})) }
await app.close()
