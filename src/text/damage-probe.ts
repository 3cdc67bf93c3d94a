/** Characters that only damage leaves in a Chinese text; a question mark between Han characters is looked at apart. */
const TELL_TALE = /[\ufffd\ue000-\uf8ff\u00c2-\u00ef]|锟斤拷|[锛銆鐨](?=[\u4e00-\u9fff\ue000-\uf8ff€])/;
const QUESTION =
  /[\u4e00-\u9fff)]\?(?=[^\s?A-Za-z0-9]|[a-zａ-ｚāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）])|[\u4e00-\u9fff]\?(?=\n)/;

/** One look at a text: false when it certainly is not damaged, and the words that judge a repair need not be loaded. */
export function mayBeDamaged(text: string): boolean {
  return TELL_TALE.test(text) || (text.includes('?') && QUESTION.test(text));
}
