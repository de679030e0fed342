/** Divisions of Sichuan that came, went or changed their name since 2002-12, each with the document that said so. */

export interface DivisionChange {
  /**
   * The day of the approval where a public source was seen to name it; else the year: both codes are then good
   * throughout it, since offices changed over at different times.
   */
  readonly on: string;
  readonly document: string;
  /** The code that went, with its name. */
  readonly went?: string;
  /** The code that came; its name is in the table. Beside one that went: the same area under a new code. */
  readonly came?: readonly string[];
  /** A code that stayed, with the name that it bore before. */
  readonly renamed?: string;
}

export const SICHUAN_CHANGES: readonly DivisionChange[] = [
  { on: '2003', document: 'GB/T 2260 edition of 2003-12', went: '510123温江县', came: ['510115'] },
  { on: '2003', document: 'GB/T 2260 edition of 2003-12', went: '510902市中区', came: ['510903', '510904'] },
  { on: '2003', document: 'GB/T 2260 edition of 2003-12', renamed: '510726北川县' },
  { on: '2009', document: 'GB/T 2260 edition of 2009-12', renamed: '510802市中区' },
  { on: '2011', document: 'GB/T 2260 edition of 2011-10', went: '511522南溪县', came: ['511503'] },
  { on: '2012', document: 'GB/T 2260 edition of 2012-10', went: '511821名山县', came: ['511803'] },
  { on: '2013', document: 'GB/T 2260 edition of 2013-08', came: ['511603'] },
  { on: '2013', document: 'GB/T 2260 edition of 2013-08', came: ['511903'] },
  { on: '2013', document: 'GB/T 2260 edition of 2013-08', went: '511721达县', came: ['511703'] },
  { on: '2013', document: 'GB/T 2260 edition of 2014-10', renamed: '510811元坝区' },
  { on: '2014', document: 'GB/T 2260 edition of 2015-09', went: '511422彭山县', came: ['511403'] },
  { on: '2015-02-17', document: '民函〔2015〕70号', went: '513321康定县', came: ['513301'] },
  { on: '2015', document: 'GB/T 2260 edition of 2016-07', went: '513229马尔康县', came: ['513201'] },
  { on: '2015-12-03', document: '国函〔2015〕207号', went: '510122双流县', came: ['510116'] },
  { on: '2016', document: '国函〔2016〕57号', went: '510724安县', came: ['510705'] },
  { on: '2016', document: '国函〔2016〕78号', went: '512081简阳市', came: ['510185'] },
  {
    on: '2016-12-05',
    document: '国函〔2016〕186号，川府函〔2016〕238号',
    went: '510124郫县',
    came: ['510117'],
  },
  { on: '2017', document: '民函〔2017〕72号', went: '511028隆昌县', came: ['511083'] },
  { on: '2017', document: '国函〔2017〕106号', went: '510626罗江县', came: ['510604'] },
  { on: '2018', document: '国函〔2018〕89号', went: '511521宜宾县', came: ['511504'] },
  { on: '2019', document: '民函〔2019〕72号', went: '510922射洪县', came: ['510981'] },
  {
    on: '2020-06-18',
    document: '国函〔2020〕82号，川府函〔2020〕127号',
    went: '510132新津县',
    came: ['510118'],
  },
  { on: '2021', document: '2021年县级以上行政区划变更情况', went: '513425会理县', came: ['513402'] },
];
