export function alterText(text: string, serial: number): string;
export function alteredDocuments(texts: readonly string[], count: number): Generator<string>;
export function writeArchive(folder: string, texts: readonly string[], count: number): number;
