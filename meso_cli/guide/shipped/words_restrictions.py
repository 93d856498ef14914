"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""

from typing import Any, Final

TABLES: Final[dict[str, Any]] = \
{'words/restrictions': {'touching': {'why': 'The needle channels are open on the first day, so keep your '
                                            'hands away. Infection is rare, but unwashed hands are one way '
                                            'in, and it is likelier where aftercare slips.',
                                     'instead': 'Only just-washed hands, and only to put on what you were '
                                                'given. Sleep on a clean pillowcase. Afterwards, too, '
                                                'leave scabs alone.',
                                     'differ': 'The article says to leave the face alone for 24 hours; one '
                                               'clinic (YHVH) says 8 hours.',
                                     'sources': ['seed', 'chelwest', 'yhvh', 'telolabs'],
                                     'facts': ['B7', 'C7', 'D2']},
                        'makeup': {'why': 'Makeup and its brushes can block pores, irritate fresh skin and '
                                          'carry germs into it. The area has to stay clean.',
                                   'instead': 'Go without until the time above. Then begin with mineral '
                                              'makeup, on clean fingers or freshly washed brushes.',
                                   'derived': 'Waiting 48 hours, then caution to 4 days, after deep or '
                                              'radio-frequency needling is our figure, after one '
                                              "practice's day 4; another clinic would rather you waited "
                                              'until after day 6, and a week is better if the skin still '
                                              'flakes.',
                                   'differ': 'The article and Dermatique say 24 to 48 hours, a '
                                             'dermatologist in the press 24, Desert Sage 24 but better '
                                             'none up to day 6, a surgical practice about day 4.',
                                   'sources': ['seed', 'desertsage', 'dermatique', 'shamban', 'lexington'],
                                   'facts': ['C11', 'D6']},
                        'new-products': {'why': 'What is meant for the surface can go deeper while the '
                                                'channels are open; firm lumps have been reported. Needled '
                                                'skin reacts to products, and irritation makes recovery '
                                                'longer.',
                                         'instead': 'For the first day only what your practitioner gave '
                                                    'you, or lukewarm water. After that a bland '
                                                    'moisturiser.',
                                         'derived': '48 hours, and 7 days after deep or radio-frequency '
                                                    'needling, are our figures: the cautious side of the '
                                                    '24 hours on an NHS sheet.',
                                         'sources': ['chelwest',
                                                     'seed',
                                                     'elle',
                                                     'nuance',
                                                     'soltani14',
                                                     'friedmann24'],
                                         'facts': ['A7']},
                        'sunscreen': {'why': 'Sunscreen is not sterile, and on the first day the needle '
                                             'channels may still be open.',
                                      'instead': 'Stay in the shade or indoors and wear a wide hat: do not '
                                                 'go out bare. If your practitioner gave you a sunscreen '
                                                 'for today, use that one. Begin with zinc or titanium, '
                                                 'which sting least; any broad SPF 30+ beats none.',
                                      'differ': 'Nuance, Elle and Desert Sage start it at 24 hours; the '
                                                'article wants it whenever you go out and names no start.',
                                      'derived': 'That a mineral one stings least is our reading of two '
                                                 "clinics' preference.",
                                      'sources': ['seed', 'nuance', 'elle', 'desertsage', 'aloha']},
                        'sun': {'why': 'Needled skin is more sensitive to sun and easily damaged, and '
                                       'damage draws healing out. Sun can also bring dark patches, above '
                                       'all on brown and black skin.',
                                'instead': 'Shade and a hat. From 24 hours broad-spectrum sunscreen, SPF '
                                           '30 or higher, renewed every two hours and after a swim or '
                                           "sweat. No sunbed, no fake tan. Your practitioner's own rule "
                                           'comes first.',
                                'derived': '28 days for brown and black skin and after radio-frequency is '
                                           "our figure: the cautious side of one supplier's four weeks.",
                                'differ': 'The article says a week at the least and Timeless a week, '
                                          'Nuance 72 hours, Golden Coast 3 days, Ramco 4 weeks for long '
                                          'spells in the sun, Aloha 3 months; a device manual keeps '
                                          'self-tanner off for two to three days.',
                                'sources': ['seed',
                                            'aadsun',
                                            'amiea',
                                            'nuance',
                                            'goldencoast',
                                            'timeless',
                                            'ramco',
                                            'aloha'],
                                'facts': ['A7', 'A11', 'C13', 'D5']},
                        'exfoliation': {'why': 'Scrubs, brushes and peels scrape skin that is still '
                                               'closing. That irritates it and may leave marks.',
                                        'instead': 'Clean hands, lukewarm water, and a soft cloth to pat '
                                                   'dry. Let flakes fall by themselves.',
                                        'derived': '14 days after deep or radio-frequency needling and on '
                                                   'brown and black skin, which irritation can darken, is '
                                                   'our figure: twice the week that the article asks for.',
                                        'differ': 'The article says no scrub or exfoliant for a week or '
                                                  'longer, YHVH up to 5 days; for brushes Colorado Waxing '
                                                  'says a week and Dermatique up to day 6.',
                                        'sources': ['seed', 'colorado', 'dermatique', 'yhvh'],
                                        'facts': ['D2']},
                        'actives': {'why': 'Retinoids, acids, benzoyl peroxide and vitamin C sting '
                                           'sensitive skin and can inflame it. Glycolic and similar acids '
                                           'are exfoliants as well.',
                                    'instead': 'Calming, hydrating products: hyaluronic acid, peptides or '
                                               'a bland moisturiser. If yours is prescribed, ask the '
                                               'prescriber what to do.',
                                    'derived': '7 days, and 14 after deep or radio-frequency needling and '
                                               'on brown and black skin, are our figures: the cautious '
                                               'side of a few days to two weeks.',
                                    'differ': 'The article leaves retinol and glycolic acid out for a few '
                                              'days, YHVH 5, Aeterna 5 to 7, Telolabs a week or more, '
                                              'Golden Coast 2 weeks for retinoids; one clinic takes up '
                                              'creams for pigment the next day.',
                                    'sources': ['seed',
                                                'yhvh',
                                                'aeterna',
                                                'telolabs',
                                                'goldencoast',
                                                'aloha'],
                                    'facts': ['B2']},
                        'harsh-cleanser': {'why': 'Foam, alcohol and rough cloths strip a skin barrier '
                                                  'that has not closed yet: harsh products irritate.',
                                           'instead': 'First day: lukewarm water or the product you were '
                                                      'given. Then a gentle cleanser that does not foam; '
                                                      'pat dry.',
                                           'derived': '7 days is our figure: the cautious side of one '
                                                      "clinic's 72 hours; the article names no time.",
                                           'sources': ['seed', 'desertsage', 'sasaki19'],
                                           'facts': ['C12']},
                        'exercise': {'why': 'Sweat irritates and stings needled skin, and the blood that '
                                            'rushes in adds to redness and puffiness.',
                                     'instead': 'Walking is fine and keeps you moving. Stay cool and dry.',
                                     'derived': 'That deep needling waits 72 hours and radio-frequency 6 '
                                                'days is our choice; both figures come from clinics.',
                                     'differ': 'The article says 48 hours or longer, YHVH 24, Aeterna 24 '
                                               'to 48, Nuance, Wellspring and Ramco 72, Dermatique none up '
                                               'to day 6.',
                                     'sources': ['seed',
                                                 'nuance',
                                                 'wellspring',
                                                 'ramco',
                                                 'aeterna',
                                                 'yhvh',
                                                 'dermatique'],
                                     'facts': ['D8']},
                        'hot-shower': {'why': 'Heat sends more blood to the skin: more flush, more '
                                              'swelling. Needled skin reacts to changes of temperature, '
                                              'and irritation makes recovery longer.',
                                       'instead': 'Shower as usual, but lukewarm.',
                                       'derived': '72 hours after deep or radio-frequency needling is our '
                                                  "figure: a day on top of the article's 48 hours.",
                                       'differ': 'The article says 48 hours or longer, YHVH 24; an NHS '
                                                 'sheet says no hot water, but how long was not seen.',
                                       'sources': ['seed', 'chelwest', 'yhvh'],
                                       'facts': ['A7', 'D8']},
                        'sauna': {'why': 'Heat and sweat irritate, and more blood in the skin means more '
                                         'swelling. Needled skin reacts to heat, which draws recovery out; '
                                         'hot tubs add germs.',
                                  'instead': 'A lukewarm shower, and a cool room.',
                                  'derived': '7 days after deep or radio-frequency needling is our figure: '
                                             'the cautious side of what clinics print.',
                                  'differ': 'The article says 48 hours or longer, Aeterna 24 to 48, a '
                                            'device manual two to three days, Timeless 4 to 5, Dermatique '
                                            'none up to day 6.',
                                  'sources': ['seed', 'amiea', 'aeterna', 'timeless', 'dermatique'],
                                  'facts': ['A7', 'D8']},
                        'swimming': {'why': 'Chlorine irritates, and water that others bathe in can bring '
                                            'germs to skin that has not closed. Warm sea water holds germs '
                                            'that can be grave.',
                                     'instead': 'A lukewarm shower. Stay out of the sea while there are '
                                                'scabs or open spots.',
                                     'derived': 'All our hours here are weakly based: the cautious side of '
                                                "two clinics. No health service's hours were seen.",
                                     'differ': "A clinic's form on Jotform says 24 hours, a device manual "
                                               'two to three days, Medspa DeLuxe 72 hours, Timeless 4 to 5 '
                                               'days.',
                                     'sources': ['vdh', 'ridoh', 'amiea', 'jotform', 'timeless', 'medspa']},
                        'picking': {'why': 'Pulling at scabs or flakes tears new skin and can scar it or '
                                           'leave dark marks. The article lays the rare scars to poor '
                                           'aftercare or poor technique.',
                                    'instead': 'Let them fall by themselves. Moisturise, and cool an itch '
                                               'with a wrapped pack.',
                                    'derived': '10 days is our figure: the longest that two clinics give '
                                               'small scabs.',
                                    'sources': ['chelwest', 'dermatique', 'desertsage', 'seed'],
                                    'facts': ['C9']},
                        'shaving': {'why': 'A blade scrapes and can nick skin that is still sealing.',
                                    'instead': 'Let it grow until then.',
                                    'derived': "5 days is the far end of one clinic's range; there was "
                                               'little else to go by.',
                                    'sources': ['yhvh']},
                        'hair-removal': {'why': 'Wax, hair-removal cream and electrolysis pull at new skin '
                                                'or irritate it, and can tear it.',
                                         'instead': 'Leave the hair until then. If you need it gone '
                                                    'sooner, ask your practitioner.',
                                         'derived': "Taking the longer of two clinics' times as the end of "
                                                    'caution is our choice.',
                                         'differ': 'A device manual says two to three days, Aeterna 5 to '
                                                   "7, a clinic's form on Jotform 2 weeks.",
                                         'sources': ['aeterna', 'jotform', 'amiea']},
                        'facials': {'why': 'A facial, peel or laser on the same skin is a second injury '
                                           'before the first one has settled.',
                                    'instead': 'Book it for later, and tell them when you had '
                                               'microneedling.',
                                    'derived': '28 days after radio-frequency, and on brown and black '
                                               'skin, is our figure: twice the two weeks that clinics '
                                               'give.',
                                    'differ': 'A third clinic leaves a month on either side of a laser or '
                                              'peel.',
                                    'sources': ['yhvh', 'jotform', 'medspa']},
                        'needling': {'why': 'New collagen is built over weeks. Needling again too early '
                                            'injures skin that is still at work.',
                                     'instead': 'Agree the date with your practitioner, and show them your '
                                                'log.',
                                     'derived': '42 days after radio-frequency, and for brown and black '
                                                'skin, is our figure: the minimum of an NHS sheet about '
                                                'scars.',
                                     'differ': 'A review found a median of 4 weeks, an NHS sheet for scars '
                                               'says 6 at least; published gaps run from 1 to 8 weeks, for '
                                               'radio-frequency 4 to 12.',
                                     'sources': ['harris15', 'chelwest', 'juhasz20', 'asian-acne-scars']},
                        'home-roller': {'why': 'Rolling at home injures the skin again and can bring in '
                                               'germs. A group of HIV infections was traced to cosmetic '
                                               'needling. Radio-frequency is not for home use.',
                                        'instead': 'Wait for the next planned session, and ask before you '
                                                   'roll at home at all; not after radio-frequency. Never '
                                                   'share a roller or pen, and never use one again that '
                                                   'somebody else has used.',
                                        'derived': 'The wait is our figure: the same as until the next '
                                                   'session. That no time makes it allowed is ours, too.',
                                        'sources': ['cdc24', 'fda-home', 'harris15']},
                        'anti-inflammatories': {'why': 'In theory healing needs some inflammation, which '
                                                       'ibuprofen and similar tablets damp. No trial was '
                                                       'seen, so this is advice to ask, not a ban.',
                                                'instead': 'Ask whether paracetamol suits you. Never stop '
                                                           'a prescribed medicine because of this: talk to '
                                                           'whoever prescribed it.',
                                                'derived': 'That this is only advice is our choice; the 14 '
                                                           "days are one clinic's.",
                                                'differ': 'Desert Sage says none for 2 weeks; the other '
                                                          'sheets we read do not ask for this afterwards.',
                                                'sources': ['desertsage', 'telolabs']},
                        'alcohol': {'why': "It may add to bruising. This comes from one clinic's sheet "
                                           'about injections; the evidence is weak.',
                                    'instead': 'Water, or anything without alcohol.',
                                    'derived': '24 hours is our figure, as a light caution.',
                                    'sources': ['revivedrip']},
                        'blood-donation': {'why': 'Needles can carry infections in blood, so donor '
                                                  'services may ask you to wait after cosmetic needling.',
                                           'instead': 'Ask your blood service, and give them the date of '
                                                      'your treatment.',
                                           'derived': '124 days is our reading of four months, counted '
                                                      'long.',
                                           'differ': 'The Scottish service wrote 4 months in 2017; yours '
                                                     'may have another rule.',
                                           'sources': ['snbts17']}}}
