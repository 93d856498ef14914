"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""

from typing import Any, Final

TABLES: Final[dict[str, Any]] = \
{'words/topics': {'walking': {'text': 'A gentle walk is fine from the start: it keeps you moving without '
                                      'sweat or strain. Keep to the shade.',
                              'sources': ['seed'],
                              'facts': ['D8']},
                  'lukewarm-shower': {'text': 'Shower as usual, but lukewarm; an NHS sheet says to keep '
                                              'hot water away. Pat dry, do not rub.',
                                      'sources': ['chelwest', 'seed']},
                  'lukewarm-bath': {'text': 'A bath is fine if it is lukewarm; an NHS sheet says to bath '
                                            'and shower as usual, but not hot.',
                                    'condition': 'Keep the needled skin out of the bath water.',
                                    'derived': 'Keeping the skin out of the water is our own caution.',
                                    'sources': ['chelwest']},
                  'moisturiser': {'text': 'A bland moisturiser without fragrance, from 24 hours, three or '
                                          'four times a day. Before that only what you were given.',
                                  'sources': ['chelwest', 'seed', 'goldencoast']},
                  'outside': {'text': 'You can go outside.',
                              'condition': 'Keep to the shade and wear a wide hat. From 24 hours on, put '
                                           'on sunscreen as well.',
                              'derived': 'That going out in the shade is fine from the start is our '
                                         'reading: the sources keep direct sun away.',
                              'sources': ['seed', 'aadsun']},
                  'contact-lenses': {'why': 'If the needling was near your eyes, fingers and leftover '
                                            'numbing cream can irritate an eye. Numbing cream in an eye '
                                            'means: keep everything out of it until you can feel it again.',
                                     'instead': 'Wear glasses in the meantime. Take lenses out at once if '
                                                'an eye is red or sore or your sight is blurred, and have '
                                                'it seen today.',
                                     'derived': '24 hours is our figure: no source names a time after '
                                                'needling.',
                                     'sources': ['emla-ie']},
                  'glasses': {'text': 'You need to see: wear your glasses.',
                              'condition': 'Wash the frame and its pads first. On the first day, lift them '
                                           'off the needled skin when you can.',
                              'derived': 'The condition is ours: a device manual says to keep contact off '
                                         'fresh skin and names no glasses.',
                              'sources': ['amiea']},
                  'sunglasses': {'text': 'Sunglasses are good against sun and glare.',
                                 'condition': 'Wash them first, and take a pair that does not press on '
                                              'needled skin.',
                                 'derived': 'The condition is our own.',
                                 'sources': ['aloha']},
                  'lash-brow': {'stake': 'Glue, tint and perm lotion can sting fresh skin or set off an '
                                         'allergy. We found no source that gives a time.',
                                'ask': 'Ask your practitioner. Leave it for a week at least, for two weeks '
                                       'after deep or radio-frequency needling.',
                                'derived': 'The weeks are ours, from what is known of products on open '
                                           'skin.',
                                'sources': ['soltani14']},
                  'coverings': {'why': 'Cloth and straps rub and press on fresh skin and can bring dirt to '
                                       'it.',
                                'instead': 'Loose, clean cotton is all right, and a loose wide hat is good '
                                           'for shade. Never ride without a helmet: put off the ride.',
                                'derived': '48 hours, and 72 after deep or radio-frequency needling, are '
                                           'ours: the sheet names no end.',
                                'sources': ['dermatique', 'amiea']},
                  'protective-mask': {'text': 'If your health or your work needs a mask, wear it.',
                                      'condition': 'Take a soft, fresh one and change it when it is damp. '
                                                   'If you do not need it, leave it off the needled skin '
                                                   'for the first days.',
                                      'derived': '48 hours, and 72 after deep or radio-frequency needling, '
                                                 'are ours: the reports are about laser treatment.',
                                      'sources': ['dermtimes', 'practical-masks', 'amiea']},
                  'cpap': {'stake': 'Do not stop it on your own: sleep apnoea that is not treated is '
                                    'dangerous. The mask can rub and hold germs against fresh skin.',
                           'ask': 'Ask your sleep clinic today about a liner or another mask. Wash the '
                                  'mask and your face before you put it on.',
                           'derived': 'We found nothing about CPAP after needling; the advice about the '
                                      'mask is for sore skin in general.',
                           'sources': ['cpapontario', 'salem-cpap']},
                  'led-mask': {'stake': 'No trial shows that it makes skin heal faster: 25 people tried it '
                                        'after a laser and the difference was not significant. A home mask '
                                        'presses on the skin and is not sterile.',
                               'ask': 'Ask your practitioner first. Do not use it in the first 24 hours; '
                                      'after radio-frequency, wait a week.',
                               'derived': 'The hours are ours.',
                               'sources': ['led24']},
                  'injectables': {'why': 'Swollen skin is hard to judge for the person who injects. Two '
                                         'treatments close together make it hard to tell which one caused '
                                         'a problem.',
                                  'instead': 'Book it for later. Tell the person who injects when you had '
                                             'microneedling and how deep.',
                                  'derived': 'Two weeks is the end of what experts leave between facial '
                                             'treatments; needling was not among them. Three weeks after '
                                             'radio-frequency is our figure.',
                                  'differ': 'Experts say one to two weeks, two clinics two weeks, one 48 '
                                            'hours for toxin and a week for filler.',
                                  'sources': ['carruthers16', 'lunasol', 'browsofjoy', 'medspa']},
                  'prp-exosomes': {'stake': 'What is put on or into needled skin can carry germs or set '
                                            'off a reaction. No exosome product is approved in the United '
                                            'States, and people have been harmed.',
                                   'ask': 'Ask your practitioner what it is, whose blood it comes from and '
                                          'which licence it has. Put nothing home-made on fresh skin.',
                                   'sources': ['fda-exosomes', 'cdc24']},
                  'threads': {'stake': 'Needling might move or infect fresh threads, and a new thread lift '
                                       'would hurt skin that is still closing. We found no source.',
                              'ask': 'Ask the person who places the threads before you book either.',
                              'derived': 'All of this is our own caution.'},
                  'tattoo-pmu': {'why': 'Pigment and jewellery go through skin that is still rebuilding, '
                                        'and an open way in for germs is made again.',
                                 'instead': 'Wait until then if it is on the needled skin. Somewhere else '
                                            'on your body is another matter.',
                                 'derived': 'Four, six and eight weeks are ours, counted as the time until '
                                            'the next needling and longer.',
                                 'differ': 'Sheets about needling say only not to needle over tattoos or '
                                           'piercings; none gives a time afterwards.',
                                 'sources': ['kichi', 'esthetik']},
                  'minoxidil': {'why': 'On a needled scalp more of it may get into your blood. An NHS '
                                       'sheet says to put nothing on for 24 hours but what you were given.',
                                'instead': 'Start again the next day if the scalp is calm. If you feel '
                                           'dizzy or your heart races, wipe it off and call for medical '
                                           'advice.',
                                'derived': '48 hours after deep or radio-frequency needling is our figure.',
                                'differ': 'A trial put it on straight after each needling.',
                                'sources': ['chelwest', 'malhotra20']},
                  'hair-wash': {'why': 'Your scalp was needled. An NHS sheet says to put nothing on for 24 '
                                       'hours but what you were given, and to keep hot water away.',
                                'instead': 'Lukewarm water alone on the first day. Then a mild shampoo, '
                                           'without scrubbing.',
                                'derived': '48 hours after deep or radio-frequency needling is our figure.',
                                'sources': ['chelwest']},
                  'hair-wash-off-area': {'text': 'You can wash your hair.',
                                         'condition': 'Tip your head back, so that suds run away from the '
                                                      'needled skin. Use lukewarm water.',
                                         'derived': 'Keeping the suds away is our own advice.',
                                         'sources': ['chelwest']},
                  'hair-dye': {'stake': 'Dye, bleach and perm lotion can burn fresh skin and set off an '
                                        'allergy. We found no source that gives a time.',
                               'ask': 'Ask your practitioner. Leave it for a week where it touches needled '
                                      'skin, for two weeks on a needled scalp.',
                               'derived': 'One week and two are our figures.'},
                  'hair-transplant': {'stake': 'Needling or rubbing can pull out grafts that have not '
                                               'taken. We found no source.',
                                      'ask': 'Do nothing there without the word of your surgeon.',
                                      'derived': 'All of this is our own caution.'},
                  'bare-ice': {'why': 'Bare ice can burn skin, and a roller drags on it and can carry '
                                      'germs.',
                               'instead': 'Use a cool pack wrapped in a clean, damp cloth, for ten '
                                          'minutes, once an hour at most.',
                               'derived': 'One week, and two after deep or radio-frequency needling, are '
                                          'our figures: hospitals say to wrap ice and name no time.',
                               'sources': ['barnsley']},
                  'radiant-heat': {'why': 'Heat draws blood into the skin: more redness and more swelling.',
                                   'instead': 'You can cook, but keep your face out of the steam and away '
                                              'from the fire. Set a hair dryer to cool.',
                                   'derived': '48 hours, and 72 after deep or radio-frequency needling, '
                                              'are ours: the article says so of hot showers and saunas.',
                                   'sources': ['seed']},
                  'hot-drinks': {'text': 'You can eat, and drink tea or coffee, as you like.',
                                 'condition': 'Let it cool while your lips or mouth are numb.',
                                 'derived': 'We found nothing against it; the condition is our own.'},
                  'spicy-food': {'stake': 'It can make you flush for an hour. We know of no harm, and we '
                                          'found no good source.',
                                 'ask': 'Leave it for a day if your skin is hot already. If the flush does '
                                        'not go, ask your practitioner.',
                                 'derived': 'The day is ours.'},
                  'petrolatum': {'why': 'On the first day nothing but what you were given should go on. '
                                        'Later a plain ointment keeps dry places moist: small wounds '
                                        'healed as well with it as with an antibiotic one.',
                                 'instead': 'A thin layer on dry or flaky places, with clean fingers, from '
                                            'a new tube. Not on spots or pus.',
                                 'derived': '24 hours is our figure: the end of the first day.',
                                 'differ': 'After radio-frequency, one clinic gives it twice a day from '
                                           'the start; another wants none for 48 hours.',
                                 'sources': ['jaad11', 'upi-aad', 'gracepoint', 'aloha']},
                  'panthenol': {'text': 'A plain panthenol cream is a good choice from 24 hours on.',
                                'condition': 'Take one that your skin has stood before.',
                                'why': 'After a laser, skin closed faster with it than with petroleum '
                                       'jelly on the first two days.',
                                'derived': '24 hours is our figure; needling was not tested, and a review '
                                           'of it comes from its maker.',
                                'sources': ['dexp19', 'dexp20']},
                  'hyaluronic-acid': {'text': 'Hyaluronic acid and peptides are fine from 24 hours on. '
                                              'Before that, only what you were given.',
                                      'condition': 'Take a plain one: no perfume, nothing else in it.',
                                      'derived': '24 hours is our figure, after what is said of bland '
                                                 'moisturisers.',
                                      'differ': 'One clinic gives hyaluronic acid from 8 hours on.',
                                      'sources': ['seed', 'dermatique'],
                                      'facts': ['D4']},
                  'fragrance': {'why': 'Perfume and plant oils are common causes of skin allergy, and '
                                       'fresh skin lets more of them in.',
                                'instead': 'Keep them off the needled skin. Put perfume on your clothes.',
                                'derived': 'A week, and two after deep or radio-frequency needling or on '
                                           'brown and black skin, are our figures.',
                                'differ': 'One clinic says 48 hours; the article wants no perfume and '
                                          'names no time.',
                                'sources': ['dermnet-oils', 'seed', 'aloha'],
                                'facts': ['B2']},
                  'vitamin-e': {'why': 'On the skin it has not been shown to help scars. A third of 15 '
                                       'people got a rash from it, and an ulcer has been reported.',
                                'instead': 'Use a bland moisturiser. It is better not to put vitamin E on '
                                           'needled skin at all.',
                                'derived': 'Two weeks, and four after deep or radio-frequency needling, '
                                           'are our figures.',
                                'differ': 'A review found too little evidence either way.',
                                'sources': ['baumann99', 'vite16', 'asdp']},
                  'silicone-scar-gel': {'why': 'Silicone is for closed, dry skin. Hospitals say never to '
                                               'put it on open or weeping wounds.',
                                        'instead': 'Ask whether you need it: it is made for scars that '
                                                   'have healed.',
                                        'derived': 'The hours are ours: the leaflets name no time after '
                                                   'needling.',
                                        'sources': ['gateshead', 'cuh']},
                  'hydrocortisone': {'stake': 'Hydrocortisone from the shop is not for the face, and it '
                                              'can make some skin infections and acne worse.',
                                     'ask': 'Ask a doctor or pharmacist first, and say that you had '
                                            'microneedling.',
                                     'sources': ['nhs-hydrocortisone']},
                  'antibiotic-ointment': {'stake': 'Clean skin does not need it, and it can give you a '
                                                   'rash.',
                                          'ask': 'If you think that your skin is infected, see a doctor '
                                                 'today instead.',
                                          'sources': ['upi-aad', 'jaad11']},
                  'numbing-cream': {'stake': 'Put on no more of it. Too much, or on broken skin, it can '
                                             'lead to irregular heartbeat and fits.',
                                    'ask': 'If it hurts, ask your practitioner or a pharmacist. Ringing '
                                           'ears, a metal taste, twitching or feeling faint after numbing '
                                           'cream: call the emergency number now.',
                                    'derived': 'Not putting it on again after the treatment is our reading '
                                               'of the US warnings.',
                                    'sources': ['fda-numb24', 'fda-lidocaine']},
                  'paracetamol': {'text': 'Paracetamol is fine if you can normally take it.',
                                  'condition': 'Keep to what the packet says, and count what is in other '
                                               'medicines.',
                                  'sources': ['telolabs', 'beyondskin']},
                  'prescribed-medicines': {'stake': 'Take them as prescribed. Stopping a blood thinner, a '
                                                    'steroid or another regular medicine can be far worse '
                                                    'than a bruise.',
                                           'ask': 'Ask the person who prescribed it before you change '
                                                  'anything. Tell your practitioner what you take.',
                                           'differ': 'A device manual calls blood thinners a reason not to '
                                                     'needle; two clinics stop them first where a doctor '
                                                     'agrees. Do not stop them on your own.',
                                           'derived': 'The dental guidance says not to interrupt them for '
                                                      'some people; that this holds here is our reading.',
                                           'sources': ['sdcep', 'amiea', 'solavie', 'gracepoint']},
                  'light-sensitising-drugs': {'stake': 'Doxycycline, ciprofloxacin and some other '
                                                       'medicines make your skin burn sooner in the sun.',
                                              'ask': 'Go on with it as prescribed. Keep to shade, hat and '
                                                     'SPF 30+ until the course is over, and use no sunbed. '
                                                     'Ask a pharmacist about yours.',
                                              'derived': 'That direct sun waits until the course has ended '
                                                         'is our own caution.',
                                              'sources': ['antibiotic-research']},
                  'isotretinoin': {'stake': 'Do not stop or start it because of the needling. Skin on '
                                            'isotretinoin can be fragile: no wax.',
                                   'ask': 'Ask the person who prescribed it, and tell your practitioner. '
                                          'Before a session, ask whether to wait.',
                                   'derived': 'Leaving out wax is our own caution.',
                                   'sources': ['projectlead', 'spring17']},
                  'antihistamine': {'stake': 'It may ease an itch. It is not enough for swollen lips or '
                                             'trouble breathing: call the emergency number then.',
                                    'ask': 'Ask a pharmacist which one suits you.',
                                    'derived': 'We found no good source about it after needling.'},
                  'aciclovir': {'stake': 'Cold sores can spread over needled skin. In laser treatments '
                                         'nobody who took valaciclovir from the day before got one; '
                                         'needling was not tested.',
                                'ask': 'Take it as it was prescribed. At a first tingle, ask a doctor or '
                                       'pharmacist today. Take no leftover tablets.',
                                'sources': ['gilbert00', 'vala10', 'wu-eh22']},
                  'supplements': {'stake': 'There is no proof that fish oil, vitamin E, arnica or '
                                           'bromelain help or harm after needling.',
                                  'ask': 'Go on with what your doctor prescribed. Ask a pharmacist about '
                                         'the rest.',
                                  'differ': 'Before a session, one clinic leaves out fish oil for three '
                                            'days.',
                                  'derived': 'That there is no proof either way is what we found, not what '
                                             'a source says.',
                                  'sources': ['skinbyemily']},
                  'vaccination': {'text': 'Do not put a vaccination off.',
                                  'condition': 'Have it in a place that was not needled. A fever '
                                               'afterwards still counts as fever here: call, and name '
                                               'both.',
                                  'derived': 'The condition is our own; the source is about Covid vaccines '
                                             'and skin treatments.',
                                  'sources': ['cdri21', 'emla-ie']},
                  'pregnancy': {'stake': 'We know of no harm from the needling itself, but what was put on '
                                         'your skin may matter.',
                                'ask': 'Tell your midwife or doctor which cream was used, and when. Have '
                                       'no further session while you are pregnant.',
                                'derived': 'That no harm is known is what we found, not what a source '
                                           'says.',
                                'sources': ['balanceday', 'kichi']},
                  'breastfeeding': {'stake': 'We found nothing that says to stop feeding. A baby can lick '
                                             'off what is on your skin.',
                                    'ask': 'Keep creams where the baby cannot reach them. Ask your '
                                           'midwife, doctor or pharmacist about the numbing cream.',
                                    'differ': "A clinic's sheet has no session while you breastfeed.",
                                    'derived': 'Keeping creams away from the baby is our own advice.',
                                    'sources': ['balanceday']},
                  'sex': {'text': 'Sex is fine.',
                          'condition': 'Nothing should rub the needled skin, and you should not sweat hard '
                                       'in the first days.',
                          'derived': 'The condition is ours: it takes over the hours of hard exercise.'},
                  'kissing': {'text': 'Kissing is fine.',
                              'condition': 'Not with a cold sore on either of you. On the needled skin '
                                           'itself, no kisses or stubble on the first day.',
                              'derived': 'The first day is our own caution.',
                              'sources': ['irishderm']},
                  'pets': {'why': 'The mouths of dogs and cats carry germs. In an open wound they can make '
                                  'you very ill, above all with weak immunity or diabetes.',
                           'instead': 'Cuddle your pet, but let it not lick or paw the needled skin or '
                                      'sleep on your pillow. If it licked you there, wash it well. With '
                                      'weak immunity, ask a doctor.',
                           'derived': '24 hours and a week are our figures.',
                           'sources': ['cdc-capno', 'livescience']},
                  'sleeping': {'text': 'Sleep as you can.',
                               'condition': 'On your back, head a little up, is best for two nights. Take '
                                            'a fresh pillowcase.',
                               'derived': 'Two nights on your back is our own advice.',
                               'sources': ['telolabs', 'browsofjoy']},
                  'sharing-towels': {'why': 'Shared towels, brushes and razors spread skin infections.',
                                     'instead': 'Use a clean towel of your own and pat dry.',
                                     'derived': 'A week is our figure; the source is about sport.',
                                     'sources': ['nfhs']},
                  'crying': {'text': 'Crying, sneezing, coughing and laughing do no harm.',
                             'condition': 'Dab with a fresh tissue; do not rub.',
                             'derived': 'We found no source about it; this is our own advice.'},
                  'smoking': {'why': 'Smoke and nicotine slow healing and can leave more of a scar. This '
                                     'is known from operations, not from needling.',
                              'instead': 'Every day without helps, even a short stop. A pharmacist or your '
                                         'health service can help you stop.',
                              'derived': 'Two weeks, and four after deep or radio-frequency needling, are '
                                         'our figures; that vaping counts as well is our caution.',
                              'sources': ['royalfree', 'swlondon']},
                  'cannabis': {'stake': 'We found no source about needling. Smoked, it is still smoke, '
                                        'which slows healing.',
                               'ask': 'Say that you use it before anybody gives you a sedative or numbing. '
                                      'Ask your practitioner about the rest.',
                               'derived': 'All of this is our own caution.',
                               'sources': ['royalfree']},
                  'contact-sport': {'why': "Mats, kit and other people's skin spread skin infections, and "
                                           'a blow can open fresh skin.',
                                    'instead': 'Train alone until then. With a cold sore, or anything open '
                                               'or crusted, stay off the mat.',
                                    'derived': 'Five days and a week are our figures.',
                                    'sources': ['nfhs']},
                  'dusty-work': {'why': 'Dirt, dust and sprays do not belong on fresh skin.',
                                 'instead': 'Take two days off from it if you can. Otherwise wash it off '
                                            'with lukewarm water as soon as you are done.',
                                 'derived': 'The hours are ours: a device manual says to keep dirt off and '
                                            'names two to three days for other things.',
                                 'sources': ['amiea']},
                  'work': {'text': 'You can go back to work or school the next day if you feel well. You '
                                   'may look sunburnt for two days.',
                           'derived': '24 hours is our figure: two clinics say that many people are back '
                                      'on the same or the next day.',
                           'sources': ['heather', 'littlelash']},
                  'flying': {'text': 'We found nothing against flying or travelling.',
                             'condition': 'Pull the blind down or sit away from the sun. Better stay near '
                                          'help for the first two days. Do not drive with blurred sight or '
                                          'after fainting.',
                             'derived': 'All of this is our own advice.'},
                  'body-massage': {'text': 'A massage is fine away from the needled skin.',
                                   'condition': 'Do not lie face down on needled skin in the first two '
                                                'days.',
                                   'derived': 'Two days is our figure; we found no source.'},
                  'dentist': {'stake': 'Toothache and infection cannot wait. Gloves and sprays should stay '
                                       'off the needled skin.',
                              'ask': 'For pain, go now and tell them that you had microneedling. A '
                                     'check-up can wait two days.',
                              'derived': 'Two days is our figure; we found no source.'},
                  'blood-test': {'text': 'A blood test or an examination is fine.',
                                 'condition': 'Have blood taken from skin that was not needled.',
                                 'derived': 'We found no source about it; this is our own advice.'},
                  'mri': {'stake': 'We know of nothing against a scan.',
                          'ask': 'Tell the staff that you had microneedling and what is on your skin. They '
                                 'decide.',
                          'derived': 'We found no source about it; this is our own advice.'},
                  'event': {'stake': 'Redness can last for days and bruises for two weeks, and no two '
                                     'people heal alike.',
                            'ask': 'Plan two weeks between the session and a big day, four after '
                                   'radio-frequency or on brown and black skin. Ask your practitioner, and '
                                   'have no first session before it.',
                            'derived': 'Two weeks and four are our figures.',
                            'differ': 'One clinic says not within 48 to 72 hours, another not in the two '
                                      'to three weeks before.',
                            'sources': ['skinbyemily', 'ccomfs']},
                  'window-light': {'text': 'You do not burn easily behind glass, but some of the light '
                                           'still gets through.',
                                   'condition': 'Sit back from the pane. For a long drive, put on '
                                                'sunscreen from 24 hours on.',
                                   'derived': 'The condition is our own advice.',
                                   'sources': ['scf-windows']},
                  'vitamin-d': {'stake': 'A week or two of shade will hardly change it. Tablets can go on.',
                                'ask': 'Ask a pharmacist or doctor if you worry.',
                                'derived': 'We found no source about it; this is our own judgement.'}}}
