import type { PageElement } from './page-element.js';

/** What a page's author calls an element. */
type Named = Pick<PageElement, 'tag' | 'id' | 'classes'>;

/**
 * Names that content systems give to the element around an article. `#` an id, `.` a class, else an element; lower case.
 * The comment names the system or the kind of site.
 */
const CONTAINERS: ReadonlySet<string> = new Set([
  // government portals (UCAP, TRS and their templates)
  '#ucap-content',
  'ucapcontent',
  '.trs_editor',
  '.trs_editor_view',
  '.trs_uedit',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.article-con',
  '.articlecontent',
  '#articlecontent',
  '#zoom',
  '#zoomcon',
  '#fontzoom',
  '#ivs_content',
  '.xl_content',
  '.xxgk_content',
  '.wenz',
  '.detail-content',
  '.detail_content',
  '.view_content',
  '.zwxl-article',
  '.news_conent_two_text',
  '.j-fontcontent',
  '.j-fontsize',
  '#js_content',
  '.rich_media_content',
  // newspapers and news agencies
  '#ozoom',
  '.rm_txt_con',
  '.rwb_zw',
  '.box_con',
  '#p-detail',
  '#detail',
  '#artibody',
  '#content_area',
  '.content_area',
  '.cnt_bd',
  '.news_txt',
  '.text_con_left',
  '#articletext',
  '.article-body',
  // forums and blogs
  '.t_f',
  '.t_msgfont',
  '.postmessage',
  '.bbs-content',
  '.post-content',
  '.post_content',
  '.entry-content',
  '.atl-content',
  'article',
]);

/** Names that a page also gives to the cards of other articles: only the largest one counts. */
const SINGLE: ReadonlySet<string> = new Set([
  'article',
  '.article-body',
  '.post-content',
  '.post_content',
  '.entry-content',
]);

/** True for a name that a page repeats for parts of one text, as a forum does for its posts. */
export function isRepeatedName(name: string): boolean {
  return !SINGLE.has(name);
}

/** Names of a forum's posts: a speech may go on in the next ones, thanks and praise are none of it. */
const POSTS: ReadonlySet<string> = new Set(['.t_f', '.t_msgfont', '.postmessage', '.bbs-content', '.atl-content']);

/** True for the name of a post among others. */
export function isPostName(name: string): boolean {
  return POSTS.has(name);
}

/** Parts of names that stand for the frame of a page. Whole words of an id or class, as `-` and `_` cut it. */
const FRAME_WORDS: ReadonlySet<string> = new Set(
  'nav navbar navigation menu header topbar head top foot footer bottom sidebar aside breadcrumb crumb crumbs crumbnav position location related relate relation relevant recommend recommended rank ranking hot hotnews share sharing bdsharebuttonbox copyright comment comments pagination pager pages page-nav login search searchbox toolbar tools signature sign banner ad ads advert friendlink friendlinks links sitemap qrcode editorlist pstatus authi pi edit paper_num bza sxy'.split(
    ' ',
  ),
);

const FRAME_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'header']);

/** The known name that an element carries, null for any other element. */
export function knownContainerName(element: Named): string | null {
  if (CONTAINERS.has(element.tag)) return element.tag;
  if (element.id !== '' && CONTAINERS.has(`#${element.id}`)) return `#${element.id}`;
  for (const name of element.classes) if (CONTAINERS.has(`.${name}`)) return `.${name}`;
  return null;
}

/** True for a menu, a footer, a list of related links by its element or name. */
export function isPageFrame(element: Named): boolean {
  if (FRAME_TAGS.has(element.tag)) return true;
  if (element.tag === 'body' || element.tag === 'html') return false;
  return (
    FRAME_WORDS.has(element.id) ||
    element.classes.some((name) => FRAME_WORDS.has(name) || FRAME_WORDS.has(name.split(/[-_]/).at(-1) as string))
  );
}
