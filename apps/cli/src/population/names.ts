/** Invented names, drawn from common syllables: any likeness to a living person is chance. */
import type { Random } from './random.js';

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范石廖贾',
);
const MEN = Array.from('伟强军勇杰涛明超辉刚健俊峰波斌华平国建志德贵福林荣富兴发友忠义成才光永昌');
const WOMEN = Array.from('芳娜敏静丽艳娟霞秀英兰玉梅桂珍莲凤琼容蓉雪燕红春花香菊萍惠琴素清淑群');
const GENERATION = Array.from('国建志德永光世文明正大中天云小晓玉秀桂春');
const YI_CLANS = '吉克 阿力 曲木 阿苦 吉木 沙马 俄木 马海 阿尔 勒伍 海来 阿约 拉马 吉布 阿的 尔古'.split(' ');
const YI_MEN = '木呷 拉日 尔布 子哈 石一 木牛 伍果 达各 日哈 拉体 克哈 什哈'.split(' ');
const YI_WOMEN = '阿呷 阿依 莫色 阿支 伍呷 阿牛 妞妞 日洛 阿果 依洛 什莫 阿木'.split(' ');

export function drawSurname(yi: boolean, random: Random): string {
  return random.pick(yi ? YI_CLANS : SURNAMES);
}

export function drawName(surname: string, sex: string, yi: boolean, random: Random): string {
  if (yi) return surname + random.pick(sex === '1' ? YI_MEN : YI_WOMEN);
  const given = random.pick(sex === '1' ? MEN : WOMEN);
  return surname + (random.percent(70) ? random.pick(GENERATION) : '') + given;
}
