/** Frequent characters that only traditional text has; enough of them tell the script without a dictionary. */
export const TRADITIONAL =
  '國會議說對這們時為來學發與後過動經關體開長車東門問間見親產業務員隊電話線書報總統計劃進運實現個點當從將應該讓認識設許證護領導黨組織際農區縣鄉鎮鐵軍隊邊達選機構權責維穩貫徹習總書記強調環節頓試點題問專項糾織線級級質優層黃龍馬鳥魚麥齊齒聲聽歷史續縮績網紀約紅細終給結統絕綠網緊線編練縣繼續終觀規視覺覽訪訂討訓訊託設訴診詞試詳語誠誤說課調談請諸論講謝識譯議護讀變讓豐財貢貧貨販責貴買費貿資賓賞賢賣質購贊轉輕輛輪輸農連週進遊運過達違遠適遲選遺鄰醫釋針銀銅銷錄錯鎮鐘鐵鑑長閉開間閱關陽陰陣陸陳險際隨隱難雙雜離雞電靈靜響頁頂項順須預領頭頻題顏願類顧顯風飛飯館馬駐駕驅驗驚體鬥魯鮮鳳麗黃點號兩禮週節於';

let traditional: Uint8Array | null = null;

/** 1 for the code units of characters that only traditional text has. */
export function traditionalTable(): Uint8Array {
  if (traditional === null) {
    traditional = new Uint8Array(65536);
    for (const character of TRADITIONAL) traditional[character.charCodeAt(0)] = 1;
  }
  return traditional;
}
