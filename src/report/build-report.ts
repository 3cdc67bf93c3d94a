import type { Document, Enumeration, EnumerationItem } from '../document/document.js';
import { indexAt } from '../document/sentences.js';
import type { DateMention, SloganMention, StatisticMention } from '../recognisers/mentions.js';
import type { Span } from '../text/span.js';
import { type Place, placeIn } from './place.js';
import { RecordIds } from './record-ids.js';
import type { DateRecord, EnumerationRecord, SloganListRecord, SloganRecord, StatisticRecord } from './schema.js';

/** What the recognisers found in one document, each kind in text order; spans still point into the view. */
export interface Mentions {
  slogans: SloganMention[];
  dates: DateMention[];
  statistics: StatisticMention[];
}

/** Turns view spans into records of the report; one per document. */
export class RecordBuilder {
  private readonly sloganIds: RecordIds<SloganMention>;
  private readonly dateIds: RecordIds<DateMention>;
  private readonly statisticIds: RecordIds<StatisticMention>;
  private readonly enumerationIds: RecordIds<Enumeration>;
  private readonly announced = new Map<Enumeration, SloganMention>();
  private readonly enumerations: Enumeration[];

  constructor(
    private readonly document: Document,
    private readonly mentions: Mentions,
  ) {
    const { slogans, dates, statistics } = mentions;
    this.sloganIds = new RecordIds(slogans, 's');
    this.dateIds = new RecordIds(dates, 'd');
    this.statisticIds = new RecordIds(statistics, 'n');
    for (const slogan of slogans) {
      const enumeration = slogan.list?.enumeration ?? null;
      if (enumeration !== null && !this.announced.has(enumeration)) this.announced.set(enumeration, slogan);
    }
    this.enumerations = document.enumerations.filter((list) => list.items.length > 1 || this.announced.has(list));
    this.enumerationIds = new RecordIds(this.enumerations, 'e');
  }

  slogans(): SloganRecord[] {
    return this.mentions.slogans.map((slogan, i) => this.slogan(slogan, i));
  }

  dates(): DateRecord[] {
    return this.mentions.dates.map((date, i) => this.date(date, i));
  }

  statistics(): StatisticRecord[] {
    return this.mentions.statistics.map((statistic, i) => this.statistic(statistic, i));
  }

  enumerationRecords(): EnumerationRecord[] {
    return this.enumerations.map((list, i) => this.enumeration(list, i));
  }

  /** Id of a mention that stands in the report; null for one that does not. */
  idOf(mention: SloganMention | DateMention | StatisticMention): string | null {
    switch (mention.kind) {
      case 'slogan':
        return this.sloganIds.of(mention);
      case 'date':
        return this.dateIds.of(mention);
      case 'statistic':
        return this.statisticIds.of(mention);
    }
  }

  private place(span: Span): Place {
    return placeIn(this.document.view, span);
  }

  private context(span: Span): { sentence: number; paragraph: number; attribution: number | null } {
    const { sentences, paragraphs } = this.document;
    const sentence = indexAt(sentences, span.start);
    const paragraph = sentence >= 0 ? (sentences[sentence]?.paragraph ?? -1) : indexAt(paragraphs, span.start);
    return { sentence, paragraph, attribution: sentences[sentence]?.attribution ?? null };
  }

  private slogan(slogan: SloganMention, index: number): SloganRecord {
    const place = this.place(slogan);
    const context = this.context(slogan);
    return {
      id: this.sloganIds.at(index),
      start: place.start,
      end: place.end,
      text: place.text,
      label: place.label,
      numerals: slogan.numerals,
      head: slogan.head,
      classifier: slogan.classifier,
      quoted: slogan.isQuoted,
      list: this.list(slogan),
      lexicon: slogan.lexicon,
      sentence: context.sentence,
      paragraph: context.paragraph,
      attribution: context.attribution,
    };
  }

  private list(slogan: SloganMention): SloganListRecord | null {
    const { list } = slogan;
    if (list === null) return null;
    const items =
      list.lexiconItems === null
        ? list.items.map((item) => this.place(item))
        : list.lexiconItems.map((label) => ({ start: null, end: null, text: label, label }));
    const from = list.from !== null ? this.sloganIds.of(list.from) : list.how === 'lexicon' ? slogan.lexicon : null;
    return { how: list.how, items, declared: list.declared, complete: items.length === list.declared, from };
  }

  private date(date: DateMention, index: number): DateRecord {
    const place = this.place(date);
    const context = this.context(date);
    return {
      id: this.dateIds.at(index),
      start: place.start,
      end: place.end,
      text: place.text,
      label: place.label,
      type: date.type,
      value: date.value,
      earliest: date.earliest,
      latest: date.latest,
      approximate: date.isApproximate,
      dayPart: date.dayPart,
      relation: date.relation,
      resolvedBy: date.resolvedBy,
      sentence: context.sentence,
      paragraph: context.paragraph,
    };
  }

  private statistic(statistic: StatisticMention, index: number): StatisticRecord {
    const place = this.place(statistic);
    const context = this.context(statistic);
    return {
      id: this.statisticIds.at(index),
      start: place.start,
      end: place.end,
      text: place.text,
      label: place.label,
      value: statistic.value,
      upper: statistic.upper,
      unit: statistic.unit,
      dimension: statistic.dimension,
      kind: statistic.statisticKind,
      approximation: statistic.approximation,
      indicator: this.indicator(statistic),
      direction: statistic.direction,
      basis: statistic.basis,
      of: statistic.of === null ? null : this.statisticIds.of(statistic.of),
      partOf: statistic.partOf === null ? null : this.statisticIds.of(statistic.partOf),
      asOf: statistic.asOf === null ? null : this.dateIds.of(statistic.asOf),
      sentence: context.sentence,
      paragraph: context.paragraph,
      attribution: context.attribution,
    };
  }

  private indicator(statistic: StatisticMention): StatisticRecord['indicator'] {
    if (statistic.indicator === null) return null;
    const place = this.place(statistic.indicator);
    return { start: place.start, end: place.end, text: place.text, label: statistic.indicator.label };
  }

  private item(item: EnumerationItem): EnumerationRecord['items'][number] {
    const { start, end, text, label } = this.place(item.lead);
    const body = this.document.view.toSource(item.body);
    return { start, end, text, label, marker: item.marker.label, body };
  }

  private enumeration(list: Enumeration, index: number): EnumerationRecord {
    const { start, end } = this.document.view.toSource(list);
    const parent = list.parent === null ? undefined : this.document.enumerations[list.parent];
    const slogan = this.announced.get(list);
    return {
      id: this.enumerationIds.at(index),
      start,
      end,
      marker: list.items[0]?.marker.label ?? list.family,
      level: list.level,
      items: list.items.map((item) => this.item(item)),
      slogan: slogan === undefined ? null : this.sloganIds.of(slogan),
      parent: parent === undefined ? null : this.enumerationIds.of(parent),
    };
  }
}
