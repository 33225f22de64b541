/** The sixteen numbers of the firm: two where its customers are many, one along the coast for each rest. */
export const senders = [
  { value: '+16035550161', name: 'Portsmouth', region: 'NH', ratePerSecond: 1 },
  { value: '+16035550162', name: 'Portsmouth 2', region: 'NH', ratePerSecond: 1 },
  { value: '+16035550163', name: 'Dover', region: 'NH', ratePerSecond: 1 },
  { value: '+16035550164', name: 'Exeter', region: 'NH', ratePerSecond: 1 },
  { value: '+12075550165', name: 'Kittery', region: 'ME', ratePerSecond: 1 },
  { value: '+12075550166', name: 'York', region: 'ME', ratePerSecond: 1 },
  { value: '+18025550167', name: 'Burlington', region: 'VT', ratePerSecond: 1 },
  { value: '+16175550168', name: 'Boston', region: 'MA', ratePerSecond: 1 },
  { value: '+16175550169', name: 'Boston 2', region: 'MA', ratePerSecond: 1 },
  { value: '+19785550170', name: 'Newburyport', region: 'MA', ratePerSecond: 1 },
  { value: '+15085550171', name: 'Cape Cod', region: 'MA', ratePerSecond: 1 },
  { value: '+14135550172', name: 'Northampton', region: 'MA', ratePerSecond: 1 },
  { value: '+14015550173', name: 'Newport', region: 'RI', ratePerSecond: 1 },
  { value: '+18605550174', name: 'Hartford', region: 'CT', ratePerSecond: 1 },
  { value: '+12035550175', name: 'New Haven', region: 'CT', ratePerSecond: 1 },
  { value: '+17815550176', name: 'South Shore', region: 'MA', ratePerSecond: 1 },
];
