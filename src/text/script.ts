import { loadConverter } from './converter.js';

export type Script = 'hans' | 'hant' | 'mixed';

/** Frequent characters that only traditional text has; enough of them tell the script without a dictionary. */
const TRADITIONAL =
  '國會議說對這們時為來學發與後過動經關體開長車東門問間見親產業務員隊電話線書報總統計劃進運實現個點當從將應該讓認識設許證護領導黨組織際農區縣鄉鎮鐵軍隊邊達選機構權責維穩貫徹習總書記強調環節頓試點題問專項糾織線級級質優層黃龍馬鳥魚麥齊齒聲聽歷史續縮績網紀約紅細終給結統絕綠網緊線編練縣繼續終觀規視覺覽訪訂討訓訊託設訴診詞試詳語誠誤說課調談請諸論講謝識譯議護讀變讓豐財貢貧貨販責貴買費貿資賓賞賢賣質購贊轉輕輛輪輸農連週進遊運過達違遠適遲選遺鄰醫釋針銀銅銷錄錯鎮鐘鐵鑑長閉開間閱關陽陰陣陸陳險際隨隱難雙雜離雞電靈靜響頁頂項順須預領頭頻題顏願類顧顯風飛飯館馬駐駕驅驗驚體鬥魯鮮鳳麗黃點號兩禮週節於';

let traditional: Uint8Array | null = null;

function traditionalTable(): Uint8Array {
  if (traditional === null) {
    traditional = new Uint8Array(65536);
    for (const character of TRADITIONAL) traditional[character.charCodeAt(0)] = 1;
  }
  return traditional;
}

/** Below this share of frequent traditional characters a text is simplified and left alone: 雷晋乾 must not become 雷晋干. */
const MIXED_SHARE = 0.01;
const TRADITIONAL_SHARE = 0.08;
/** In a text of a few words one such character says enough: 上個月. */
const SHORT = 12;

/** Tells simplified text from traditional by the share of characters that only the latter has. */
export function readScript(text: string): Script {
  const found = countTraditional(text);
  if (found === 0) return 'hans';
  const han = countHan(text);
  if (found < han * MIXED_SHARE || (found === 1 && han > SHORT)) return 'hans';
  return found < han * TRADITIONAL_SHARE ? 'mixed' : 'hant';
}

function countTraditional(text: string): number {
  const table = traditionalTable();
  let found = 0;
  for (let i = 0; i < text.length; i++) found += table[text.charCodeAt(i)] as number;
  return found;
}

function countHan(text: string): number {
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
  }
  return han;
}

/** 著 is 着 (承擔著, 著力點) but where it is to write and to be known: 著名, 顯著, 原著. The dictionaries leave it as it is. */
const ASPECT = /(?<![名专原论编译巨遗拙合显卓昭土所撰])著(?!名|作|称|述|者|录|书立|有《)/g;

/**
 * Traditional to simplified characters, phrases first (乾隆 stays), never regional words. The length in UTF-16 code units is kept:
 * the few characters whose simplified form lies outside the basic plane stay as they are.
 */
export function simplify(text: string): string {
  const converted = loadConverter()(text);
  const simplified = converted.includes('著') ? converted.replace(ASPECT, '着') : converted;
  return simplified.length === text.length ? simplified : simplifyKeepingLength(text, simplified);
}

function simplifyKeepingLength(text: string, simplified: string): string {
  const before = [...text];
  const after = [...simplified];
  if (before.length !== after.length) return text;
  return before
    .map((character, i) => ((after[i] as string).length === character.length ? after[i] : character))
    .join('');
}
