import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Independent programs that write the formats which are read; null where the machine has none. */
export const programs = {
  soffice: find(['soffice', 'libreoffice']),
  chromium: find(['chromium', 'chromium-browser', 'google-chrome']),
};

function find(names: readonly string[]): string | null {
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // the next name
    }
  }
  return null;
}

const FILTERS: Readonly<Record<string, string>> = {
  docx: 'docx:MS Word 2007 XML',
  doc: 'doc:MS Word 97',
  rtf: 'rtf:Rich Text Format',
  pdf: 'pdf:writer_pdf_Export',
};

/** A new folder with a page for each text: its first line as headline, every other line a paragraph. */
export function writePages(texts: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-convert-'));
  for (const [name, text] of texts) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const body = lines
      .map(
        (line) =>
          `<p style="text-indent:2em;margin:0;text-align:justify">${line.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
      )
      .join('\n');
    writeFileSync(
      join(folder, `${name}.html`),
      `<html lang="zh-CN"><head><meta charset="utf-8"></head><body>${body}</body></html>`,
    );
  }
  return folder;
}

/** Converts the pages of a folder with LibreOffice. */
export function convertWithOffice(folder: string, names: readonly string[], format: string): void {
  const pages = names.map((name) => join(folder, `${name}.html`));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const target = FILTERS[format] as string;
  execFileSync(
    programs.soffice as string,
    [
      profile,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      target,
      '--outdir',
      join(folder, format),
      ...pages,
    ],
    { stdio: 'ignore', timeout: 110_000 },
  );
}

/** Prints a page to PDF as a browser does, its own heads and feet included. */
export function printWithChromium(folder: string, name: string): string {
  const output = join(folder, `${name}.print.pdf`);
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ];
  execFileSync(
    programs.chromium as string,
    [...flags, `--user-data-dir=${folder}/browser`, `--print-to-pdf=${output}`, `file://${folder}/${name}.html`],
    { stdio: 'ignore', timeout: 60_000 },
  );
  return output;
}
