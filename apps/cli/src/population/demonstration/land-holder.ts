/**
 * 杨志强 and his daughter, from 仪陇 to 南充: contracted land at home, a life in town. To make giving up the land a condition
 * of his settling there is what article 16 forbids; such an application is not told here, because it would be refused.
 */
import type { ImportLine } from '../import-line.js';
import { DEMONSTRATION as D } from './ids.js';
import { arrived, founded, household, person, registered, SHUNQING, told, YILONG } from './telling.js';

export const LAND_HOLDER: readonly ImportLine[] = [
  registered(401, D.landHolder, {
    name: '杨志强',
    nationalId: '511399198506170011',
    birthDate: '1985-06-17',
    sex: '1',
    ethnicity: '01',
    hukouDivision: YILONG,
  }),
  registered(402, D.landHolderDaughter, {
    name: '杨小燕',
    nationalId: '511399200802140028',
    birthDate: '2008-02-14',
    sex: '2',
    ethnicity: '01',
    hukouDivision: YILONG,
  }),
  ...founded(403, 'LAND_CONTRACT', D.landHousehold, '2016-05-10', YILONG, [
    [D.landHolder, '02'],
    [D.landHolderDaughter, '30'],
  ]),
  told(406, 'RuralRightRegistered', household(D.landHousehold), '2016-05-10', 'AGRI', YILONG, {
    kind: 'CONTRACT_LAND',
    collectiveCode: 'N2511324MF0000001X',
    areaM2: '2400',
    termTo: '2027-12-31',
  }),
  arrived(407, D.landHolder, '2018-09-01', SHUNQING, 'LABOUR_CONTRACT', true),
  told(408, 'EmploymentStarted', person(D.landHolder), '2018-09-03', 'HRSS', SHUNQING, {
    type: 'FLEXIBLE',
    industry: '5432',
    division: SHUNQING,
    labourContract: false,
  }),
];
