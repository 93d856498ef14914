"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""

from typing import Any, Final

TABLES: Final[dict[str, Any]] = \
{'activities': {'names': {'touching': 'touch, touch face, touch my face, touching my face, rub, rubbing, '
                                      'phone, phone call, phone calls, phone cheek, mobile\n'
                                      'cheek, mobile phone, cell phone, hold phone, phone against face, '
                                      'touch skin, touching skin, lean hand, rest chin, rub\n'
                                      'eyes, itch face, wipe face, baby touching face, toddler touching '
                                      'face, baby hands, kids touch face, cuddle baby, hold\n'
                                      'baby, hug, hugging, cuddle, cuddling, cuddle kids',
                          'touching + facials': 'face massage, facial massage, gua sha, jade roller, face '
                                                'roller, rose quartz roller, guasha, gua sha stone, face '
                                                'yoga,\n'
                                                'lymph drainage face, lymphatic drainage face, lymphatic '
                                                'face massage, buccal massage, kobido, face cupping, '
                                                'facial\n'
                                                'cupping, face taping, kinesio tape face',
                          'touching + picking': 'scratch, scratching, squeeze, squeezing, pop pimples, '
                                                'squeeze spots',
                          'makeup': 'make-up, cosmetics, foundation, concealer, powder, primer, bronzer, '
                                    'blusher, blush, highlighter, mascara, eyeliner,\n'
                                    'eyeshadow, lipstick, lip gloss, bb cream, cc cream, mineral makeup, '
                                    'tinted moisturiser, tinted moisturizer, setting\n'
                                    'spray, eye makeup, eye make up, eye shadow, eye liner, kohl, kajal, '
                                    'brow pencil, eyebrow pencil, brow gel, false\n'
                                    'lashes, fake lashes, strip lashes, lip liner, lip stick, lip balm '
                                    'tinted, make upp, face powder, contour, camouflage\n'
                                    'makeup, tinted sunscreen makeup, surma',
                          'new-products': 'chapstick, carmex, lip butter, lip oil, blotting paper, serum, '
                                          'serums, niacinamide, face oil, eye cream, night cream,\n'
                                          'day cream, face cream, new cream, sheet mask, skincare, new '
                                          'skincare, micellar water, eye gel, under eye cream,\n'
                                          'undereye cream, eye serum, eye patches, under eye patches, lash '
                                          'serum, brow serum, retinol free eye cream, gel mask,\n'
                                          'hydrogel mask, face sheet mask, sheet masks, cream mask, '
                                          'overnight mask, sleeping mask, k beauty mask, moisturising\n'
                                          'mask, hydrating mask, tissue mask, bubble mask, homemade mask, '
                                          'honey mask, yoghurt mask, yogurt mask, hair oil, beard\n'
                                          'oil, beard balm, moustache wax, hairspray, hair spray, hair '
                                          'gel, hair wax, pomade, styling cream, coconut oil hair,\n'
                                          'castor oil, argan oil, scalp oil, leave conditioner, hair '
                                          'fibres, hair fibers, toppik, thermal water, thermal spray,\n'
                                          'thermal water spray, avene spray, face mist, facial mist, rose '
                                          'water, rosewater, evian spray, toner mist, hypochlorous\n'
                                          'spray, hypochlorous acid spray, centella, cica, cica cream, '
                                          'centella asiatica, madecassoside, tiger grass, snail\n'
                                          'mucin, snail slime, snail cream, niacinamide serum, '
                                          'nicotinamide, niacinimide, growth factor, growth factors,\n'
                                          'probiotic serum, ectoin, propolis, bakuchiol, facial oil, '
                                          'rosehip oil, coconut oil, jojoba oil, olive oil, shea\n'
                                          'butter, cocoa butter, manuka honey, bio oil, sudocrem, zinc '
                                          'cream, nappy cream, after sun, aftersun, after sun lotion,\n'
                                          'baby lotion, lip balm, lip mask, lip salve, diaper cream, body '
                                          'lotion, body butter, barrier spray, turmeric paste,\n'
                                          'turmeric mask, haldi, besan, ubtan, bindi',
                          'new-products + exfoliation': 'clay mask, mud mask, charcoal mask, peel off '
                                                        'mask, peeling mask, clay masks, bentonite mask, '
                                                        'kaolin mask, enzyme mask,\n'
                                                        'pore strips, blackhead strips, black mask, '
                                                        'multani mitti, fullers earth',
                          'new-products + harsh-cleanser': 'toner, astringent',
                          'sunscreen': 'spf, sunblock, suncream, sun cream, sun lotion, mineral sunscreen, '
                                       'mineral spf, zinc sunscreen, zinc oxide, titanium\n'
                                       'dioxide, physical sunscreen, chemical sunscreen, spf 50, spf50, '
                                       'spf 30, factor 50, factor 30, sun block, sun\n'
                                       'protection, sunscream, suncreme, sun creme, tinted sunscreen, '
                                       'tinted spf, kids sunscreen, baby sunscreen, spf\n'
                                       'moisturiser, spf moisturizer, sunscreen spray, spray sunscreen, '
                                       'elta md, sun screen',
                          'sun': 'sunbathe, sunbathing, sunshine, sunlight, direct sun, tan, tanning, '
                                 'tanning bed, sunbed, sunbeds, solarium, holiday\n'
                                 'sun, sun holiday, beach holiday, vacation, tropical holiday, trip spain, '
                                 'cruise, hot country, desert, sun bathing,\n'
                                 'suntan, sun tan, tan outside, melanotan, tanning injections, st tropez, '
                                 'sun lamp, uv lamp, picnic, outdoor cafe,\n'
                                 'outdoor wedding, festival, playground, balcony, terrace, sit garden, '
                                 'walk sun, drive convertible, sunbeds tan, tanning\n'
                                 'salon, sun exposure, sunshine walk',
                          'sun + new-products': 'fake tan, self tan, self tanner, self tanning, selftan, '
                                                'spray tan, spray tanning, tanning lotion, gradual tan,\n'
                                                'bronzing lotion, tan drops, tanning drops',
                          'sun + swimming': 'beach',
                          'sun + exercise': 'golf, skiing, hike, hiking, ski, snowboard, snowboarding, '
                                            'cross country skiing, winter sports, mountain, mountains,\n'
                                            'altitude, high altitude, mountain hike, trekking, sledging, '
                                            'cold wind, winter walk, ice climbing, sailing, beach\n'
                                            'volleyball, windsurfing, kite surfing',
                          'sun + dusty-work': 'outdoor work, work outdoors, work outside, outside work, '
                                              'roofing, road work, landscaper job, farm labour, delivery\n'
                                              'cycling, lifeguard, scaffolding, postman, fruit picking',
                          'sun + exercise + dusty-work': 'gardening, garden, garden work, work garden, '
                                                         'gardening gloves, weeding, digging, plant '
                                                         'flowers, rake leaves,\n'
                                                         'allotment, yard work, mow grass, landscaping, '
                                                         'hedge trimming, cut grass, mow',
                          'exfoliation': 'exfoliate, exfoliating, exfoliant, exfoliants, exfoliator, '
                                         'scrub, scrubs, face scrub, body scrub, face brush, facial\n'
                                         'brush, cleansing brush electric, sonic brush, exfoliating glove, '
                                         'exfoliating gloves, exfoliating mitt, korean mitt,\n'
                                         'dry brushing, dry brush, pumice, sugar scrub, coffee scrub, '
                                         'peeling gel, gommage, toner pads, exfoliating pads,\n'
                                         'dermaplane scrub, body brush',
                          'exfoliation + harsh-cleanser': 'cleansing brush, loofah',
                          'actives': 'retinol, retinoid, retinoids, retinal, retin-a, tretinoin, '
                                     'adapalene, tazarotene, differin, vitamin a, benzoyl\n'
                                     'peroxide, azelaic acid, acne cream, azelaic, finacea, skinoren, '
                                     'tranexamic acid, tranexamic, kojic acid, kojic,\n'
                                     'hydroquinone, arbutin, alpha arbutin, skin lightening cream, '
                                     'bleaching cream, pigment serum, melasma cream,\n'
                                     'clindamycin gel, epiduo, duac, acne gel, spot cream, spot treatment, '
                                     'sulfur cream, retinaldehyde, retinyl palmitate,\n'
                                     'hydroxypinacolone, trifarotene, tret, tretinoin cream, vit c, vit c '
                                     'serum, vitamin c cream, l ascorbic acid',
                          'actives + new-products': 'vitamin c, vitamin c serum, ascorbic acid',
                          'actives + exfoliation': 'acid, acids, aha, bha, pha, glycolic, glycolic acid, '
                                                   'lactic acid, mandelic acid, salicylic, salicylic acid',
                          'actives + exfoliation + facials': 'peel, peels, peeling, acid peel, chemical '
                                                             'peel, chemical peels',
                          'harsh-cleanser': 'foaming cleanser, soap, face wipes, makeup remover, alcohol '
                                            'wipes, washcloth, flannel, micellar, micellair, micelar\n'
                                            'water, cleansing wipes, wet wipes, wet wipe, baby wipes, '
                                            'makeup wipes, make up wipes, face wipe, make up remover,\n'
                                            'cotton pads, foam cleanser, foaming face wash, sls cleanser, '
                                            'bar soap, hand soap, soap bar, cleansing oil, cleansing\n'
                                            'balm, double cleanse, konjac sponge, muslin cloth, face '
                                            'cloth, sponge, shower gel face, sulphate cleanser, sulfate\n'
                                            'cleanser',
                          'harsh-cleanser + new-products': 'alcohol toner, toner alcohol, witch hazel, '
                                                           'witchhazel, rubbing alcohol, surgical spirit, '
                                                           'hydrogen peroxide,\n'
                                                           'antiseptic, dettol, savlon, tcp, betadine, '
                                                           'hand sanitiser face, hand sanitizer face, '
                                                           'apple cider vinegar, lemon juice,\n'
                                                           'salicylic toner, alchohol toner',
                          'exercise': 'jump rope, skipping rope, skip rope, trampoline, netball, '
                                      'basketball, volleyball, hockey, badminton, squash, padel,\n'
                                      'rollerblade, roller skating, ice skating, horse riding, zumba, '
                                      'barre, spin class, spin bike, treadmill, stairmaster,\n'
                                      'elliptical, press ups, push ups, sit ups, burpees, bootcamp, '
                                      'marathon, 5k, 10k, jogging, sprint, sprints, kettlebells,\n'
                                      'bench press, deadlift, squats, exercising, workout, work out, '
                                      'working out, gym, training, sport, sports, run, running,\n'
                                      'jog, jogging, bike, cycle, cycling, spinning, rowing, hiit, '
                                      'crossfit, aerobics, cardio, weights, weightlifting, lift\n'
                                      'weights, heavy lifting, yoga, pilates, dance, dancing, tennis, '
                                      'climbing, sweat, sweating, walk fast, power walk, power\n'
                                      'walking, brisk walk, uphill walk, treadmill, peloton, spin class, '
                                      'spin, zumba, barre, reformer pilates, gentle yoga,\n'
                                      'stretching class, run marathon, marathon, parkrun, half marathon, '
                                      'triathlon, netball, basketball, volleyball, hockey,\n'
                                      'cricket, badminton, squash, padel, pickleball, skating, ice '
                                      'skating, roller skating, skateboarding, horse riding,\n'
                                      'horseback riding, trampoline, skipping, sit ups, push ups, pull '
                                      'ups, deadlift, kettlebell, bootcamp, boot camp,\n'
                                      'circuit training, personal trainer, exercice, excercise, exersize, '
                                      'dance class, clubbing, night club, sweat work,\n'
                                      'heavy work, moving house, mow lawn, rowing machine, stair climber, '
                                      'team sport',
                          'exercise + sauna': 'hot yoga, hot pilates, bikram, bikram yoga, hot flow yoga, '
                                              'heated yoga, infrared yoga, hotyoga, heated studio, hot\n'
                                              'barre, sauna yoga',
                          'exercise + contact-sport': 'football, boxing, martial arts, rugby, soccer, '
                                                      'american football, judo, karate, jiu jitsu, bjj, '
                                                      'mma, wrestling,\n'
                                                      'kickboxing, taekwondo, krav maga, sparring, contact '
                                                      'sports, grappling, aikido, fencing, lacrosse, ice '
                                                      'hockey, roller\n'
                                                      'derby, footy, footie',
                          'hot-shower': 'hot bath, hot water, hot showers, warm shower, long shower, '
                                        'steamy shower, power shower, hot soak, long bath, bubble\n'
                                        'bath, epsom salt bath, bath bomb, soak bath, bathtub, foot spa '
                                        'hot, hot wash, hot baths, shower face',
                          'sauna': 'steam, steaming, steam room, steam bath, turkish bath, hammam, '
                                   'infrared sauna, saunas, steam sauna, banya, finnish\n'
                                   'sauna, bio sauna, sweat lodge, hamam, haman, steamroom, infra red '
                                   'sauna, thermal baths, steam inhalation, steam over\n'
                                   'bowl, salt cave heat',
                          'sauna + facials': 'facial steaming',
                          'sauna + swimming': 'hot tub, jacuzzi, whirlpool, onsen',
                          'sauna + radiant-heat': 'heat',
                          'sauna + swimming + facials': 'spa, spa day',
                          'swimming': 'swim, pool, swimming pool, sea, ocean, lake, river, diving, '
                                      'swimming sea, swimming ocean, swimming lake, swimming\n'
                                      'river, swimming outdoors, swim pool, swim lake, swim ocean, '
                                      'swimming lesson, swimming lessons, swim lesson, swim\n'
                                      'class, aqua aerobics, aquafit, water aerobics, water park, '
                                      'waterpark, sea swimming, wild swimming, open water\n'
                                      'swimming, cold water swimming, lake swimming, paddling pool, paddle '
                                      'boarding, paddleboarding, kayaking, canoeing,\n'
                                      'snorkel, scuba, scuba diving, water polo, swim sea, chlorine, '
                                      'chlorinated pool, salt water, saltwater pool, baby swim,\n'
                                      'swiming, swimmimg, hydrotherapy, ice bath, cold plunge, plunge pool',
                          'swimming + sun': 'surfing, snorkelling, snorkeling',
                          'picking': 'pick, pick scabs, peel flakes, peel skin, pick skin, pick scab, '
                                     'picking scabs, peel off skin, pull skin, pop spot, pop\n'
                                     'spots, pop pimple, squeeze spot, squeeze pimples, pop milia, pull '
                                     'flakes, rub off skin, scratch face, scratch itch,\n'
                                     'picking spots, pop whitehead, pop whiteheads, squeeze whiteheads, '
                                     'pop zit, pop zits, pull off skin, pull off bit skin,\n'
                                     'pull bit skin, hanging skin, loose skin, peel off dead skin, pull '
                                     'dead skin, peel dead skin',
                          'shaving': 'shave, razor, electric razor, shave face, shave head, shave beard, '
                                     'shave legs, wet shave, electric shave, electric\n'
                                     'shaver, shaver, beard trim, trim beard, beard trimmer, clippers, '
                                     'head shave, safety razor, shaving foam, shaving\n'
                                     'cream, barber, barber shave, upper lip shave',
                          'hair-removal': 'wax, waxing, sugaring, threading, plucking, tweezing, tweezers, '
                                          'epilate, epilating, epilator, epilation, electrolysis,\n'
                                          'depilatory, hair removal cream, eyebrow threading, eyebrow '
                                          'waxing, brow wax, brow waxing, eyebrow wax, eyebrow\n'
                                          'plucking, pluck eyebrows, pluck, tweeze, tweeze eyebrows, lip '
                                          'wax, upper lip wax, chin wax, face wax, facial waxing,\n'
                                          'wax eyebrows, wax face, bikini wax, brazilian wax, veet, nair, '
                                          'immac, sugaring paste, epilady, facial hair removal,\n'
                                          'thread eyebrows, thread face, bleach upper lip, brow shaping, '
                                          'eyebrow shaping, waxed, threaded, upper lip threading,\n'
                                          'upper lip threaded, lip threading, thread upper lip, thread my '
                                          'upper lip, lip threaded, face threaded, eyebrows\n'
                                          'threaded, brows threaded',
                          'hair-removal + facials': 'laser hair removal, ipl, laser hair, lhr, ipl home, '
                                                    'ipl hair removal, home ipl, laser face hair, '
                                                    'alexandrite laser,\n'
                                                    'diode laser, laser underarms, braun ipl, philips '
                                                    'lumea',
                          'facials': 'facial, laser, lasers, ipl facial, laser facial, co2 laser, fraxel, '
                                     'picosure, pico laser, bbl laser, clear and\n'
                                     'brilliant, laser genesis, laser resurfacing, photofacial, hifu, '
                                     'ultherapy, radiofrequency facial, rf facial, thermage,\n'
                                     'plasma pen, fibroblast, carbon peel, tca peel, jessner peel, vi '
                                     'peel, dermalux, oxygen facial, extraction facial,\n'
                                     'extractions, high frequency, galvanic, microcurrent, micro current, '
                                     'nuface, ziip, ultrasound facial, cavitation,\n'
                                     'cryofacial, cryotherapy face, fire and ice facial, cleansing device, '
                                     'foreo, clarisonic, pore vacuum',
                          'facials + exfoliation': 'hydrafacial, microdermabrasion, dermabrasion',
                          'facials + exfoliation + shaving': 'dermaplaning',
                          'needling': 'microneedling, micro-needling, meso needling, needle, dermapen, '
                                      'skinpen, morpheus8, rf microneedling, collagen\n'
                                      'induction therapy, next session, next treatment, second session, '
                                      'next microneedling, next needling, another session,\n'
                                      'third session, repeat treatment, skin needling, collagen induction, '
                                      'rf needling, secret rf, vivace, potenza, profound\n'
                                      'rf, sylfirm, mesopen, meso pen, needling again, microneedeling, '
                                      'micro needeling, scalp needling',
                          'home-roller': 'dermaroller, derma roller, dermarolling, roller, rolling, dr '
                                         'pen, derma stamp, home needling, home microneedling,\n'
                                         'dermarollers, derma rollers, microneedle roller, face needle '
                                         'roller, derma pen home, drpen, dr. pen, home derma pen,\n'
                                         'hydra stamp, needle patches, microneedle patch, microneedle '
                                         'patches, beard roller, lip roller needle, roll again',
                          'anti-inflammatories': 'ibuprofen, naproxen, diclofenac, nurofen, advil, motrin, '
                                                 'aleve, voltaren, nsaid, nsaids, anti-inflammatory, '
                                                 'ibuprofin,\n'
                                                 'iboprofen, brufen, ibuprofen gel, anti inflammatory '
                                                 'tablets, diclofenac gel, naproxin, celecoxib, '
                                                 'ketoprofen,\n'
                                                 'mefenamic acid, indomethacin, asprin, disprin, alka '
                                                 'seltzer, combiflam, excedrin, advil pm',
                          'anti-inflammatories + prescribed-medicines': 'aspirin',
                          'alcohol': 'drink alcohol, drinking alcohol, alcoholic drink, booze, wine, beer, '
                                     'cider, spirits, whisky, vodka, gin, cocktail,\n'
                                     'cocktails, champagne, prosecco, alcohol drinks, glass wine, red '
                                     'wine, white wine, lager, ale, stout, rum, tequila,\n'
                                     'liquor, liqueur, shots, aperol, sake, mead, hard seltzer, pub, night '
                                     'out, alchohol, alcahol, non alcoholic beer, pint,\n'
                                     'pints, cheeky pint, beers, bevvy, bevvies, on the sauce, get drunk, '
                                     'tipsy, hard drinks, mulled wine, wines,\n'
                                     'cheeky wine',
                          'blood-donation': 'give blood, giving blood, donate blood, donating blood, blood '
                                            'donor, blood bank, donate plasma, plasma donation,\n'
                                            'donate platelets, platelet donation, donating plasma, stem '
                                            'cell donation, give plasma, blood drive, donate organs, red\n'
                                            'cross blood, giveblood',
                          'walking': 'walk, walks, stroll, dog walk, gentle walk, walk the dog, walking '
                                     'dog, walk dog, dog walking, short walk, slow walk,\n'
                                     'gentle walking, walk shops, walk work, stroll shade, walk shade, '
                                     'push pram, push buggy, tai chi, stretch gently',
                          'lukewarm-shower': 'cool shower, tepid shower, luke warm shower, tepid showers, '
                                             'cold shower, cold showers, quick shower, lukewarm water,\n'
                                             'warmish shower, shower lukewarm, cool water, rinse water, '
                                             'splash water, water face',
                          'lukewarm-shower + hot-shower': 'shower, showering',
                          'lukewarm-bath': 'luke warm bath, warm bath, tepid bath, cool bath, bath '
                                           'lukewarm, bubble bath lukewarm, bath without face, soak\n'
                                           'lukewarm, bath water not hot, baby bath lukewarm',
                          'lukewarm-bath + hot-shower': 'bath, bathe',
                          'moisturiser': 'moisturise, moisturize, moisturizer, moisturising, bland cream, '
                                         'bland moisturizer, aloe, aloe vera, ceramide,\n'
                                         'ceramides, ceramide cream, emollient, cetaphil, cerave, e45, '
                                         'aveeno, bland lotion, fragrance free moisturiser,\n'
                                         'fragrance free moisturizer, moisturising cream, moisturizing '
                                         'cream, moisturizing, moisturiser cream, moisterizer,\n'
                                         'moisturiser plain, barrier cream, squalane, aloe gel, aloe vera '
                                         'gel',
                          'outside + sun': 'outside, outdoors, daylight, step outside, outdoor',
                          'contact-lenses': 'contact lense, contacts, contact lens, contacts lenses, '
                                            'contact lences, lenses, soft lenses, daily lenses, monthly\n'
                                            'lenses, hard lenses, coloured lenses, colored contacts, '
                                            'insert contacts, ortho k',
                          'glasses': 'eyeglasses, eye glasses, spectacles, specs, reading glasses, '
                                     'prescription glasses, varifocals, bifocals, frames,\n'
                                     'eyewear, glases',
                          'sunglasses': 'sun glasses, shades, sunnies, dark glasses, sunglases, ray bans, '
                                        'polarised glasses, polarized glasses, aviators',
                          'lash-brow': 'lash extensions, eyelash extensions, lashes done, lash lift, lash '
                                       'perm, eyelash lift, lash tint, eyelash tint, brow\n'
                                       'tint, eyebrow tint, eyebrow tinting, brow lamination, lash infill, '
                                       'lash fill, lash glue, henna brows, russian lashes,\n'
                                       'lvl lashes',
                          'coverings': 'hat, cap, baseball cap, beanie, bobble hat, woolly hat, sun hat, '
                                       'bucket hat, scarf, snood, headband, head band,\n'
                                       'hairband, helmet, bike helmet, bicycle helmet, motorbike helmet, '
                                       'motorcycle helmet, hard hat, hijab, headscarf, niqab,\n'
                                       'veil, turban, chin strap, hood, polo neck, turtleneck, tight '
                                       'collar, necklace, bandana, ski mask, balaclava, goggles,\n'
                                       'headphones,\n'
                                       'airpods, earphones, earbuds, headset',
                          'protective-mask': 'surgical mask, medical mask, cloth mask, face covering, '
                                             'covid mask, ffp2, ffp2 mask, ffp3, n95, n95 mask, kn95,\n'
                                             'respirator, dust mask, mouth mask, mask work, mask bus',
                          'cpap': 'c pap, cpap mask, cpap machine, bipap, sleep apnoea mask, sleep apnea '
                                  'mask, apnoea machine, apnea machine, oxygen\n'
                                  'mask, nebuliser mask, nebulizer mask, cpap tonight, nasal mask',
                          'led-mask': 'led light mask, red light mask, red light therapy, light therapy '
                                      'mask, led therapy, led light therapy, infrared mask,\n'
                                      'blue light therapy, photobiomodulation, omnilux, currentbody mask, '
                                      'red light panel, led facial',
                          'injectables': 'mesotherapy, botox, botulinum, botulinum toxin, botulin, '
                                         'dysport, xeomin, baby botox, anti wrinkle injections,\n'
                                         'antiwrinkle, wrinkle injections, toxin, filler, fillers, dermal '
                                         'filler, dermal fillers, lip filler, lip fillers, cheek\n'
                                         'filler, tear trough, juvederm, restylane, sculptra, radiesse, '
                                         'profhilo, skin booster, skin boosters, polynucleotides,\n'
                                         'salmon dna, hyaluronidase, dissolve filler, injected '
                                         'mesotherapy, meso injections, mesotherapy injections,\n'
                                         'biostimulator, fat dissolving injections, aqualyx, botoxx',
                          'prp-exosomes': 'prp, platelet rich plasma, vampire facial, vampire facelift, '
                                          'prf, plasma facial, exosome, exosomes, exosome serum,\n'
                                          'stem cells, stem cell serum, growth factor serum clinic, pdrn, '
                                          'rejuran',
                          'threads': 'thread lift, pdo threads, cog threads, thread lifting, mono threads, '
                                     'face threads, suture lift, silhouette soft, non\n'
                                     'surgical facelift threads',
                          'threads + hair-removal': 'thread',
                          'tattoo-pmu': 'microblading, tattoo, tattoos, tattooed, face tattoo, tattoo '
                                        'touch up, permanent makeup, permanent make up, semi\n'
                                        'permanent makeup, pmu, spmu, microshading, powder brows, ombre '
                                        'brows, lip blush, lip tattoo, eyeliner tattoo, cosmetic\n'
                                        'tattoo, scalp micropigmentation, smp, tattoo removal, laser '
                                        'tattoo removal, piercing, pierce, nose piercing, lip\n'
                                        'piercing, face piercing, ear piercing, new earring',
                          'minoxidil': 'regaine, rogaine, minoxidyl, minoxidil foam, topical minoxidil, '
                                       'topical finasteride, hair loss foam, hair growth\n'
                                       'serum, hair serum, scalp serum, redensyl, rosemary oil scalp, '
                                       'ketoconazole shampoo, nizoral, dutasteride topical',
                          'hair-wash': 'wash hair, washing hair, shampoo, shampooing, hairwash, '
                                       'conditioner, rinse hair, dry shampoo, dandruff shampoo, hair\n'
                                       'mask, wet hair, scalp wash, head and shoulders',
                          'hair-dye': 'dye hair, dye, dyeing, dyed, roots, dye roots, roots done, hair '
                                      'colour, hair color, colour hair, color hair, bleach hair, bleaching '
                                      'hair, bleach, highlights, balayage,\n'
                                      'toner hair, perm, perm hair, relaxer, hair straightening treatment, '
                                      'keratin treatment, brazilian blowout, henna hair,\n'
                                      'root touch up, beard dye, hairdresser, hair salon',
                          'hair-transplant': 'hair graft, hair grafts, fue, fut, hair restoration surgery, '
                                             'transplant area, beard transplant, eyebrow transplant,\n'
                                             'hair implants',
                          'bare-ice': 'ice cube, ice cubes, ice facial, ice roller, ice globes, cryo '
                                      'globes, ice bath face, ice water face, face dunk ice\n'
                                      'water, rub ice, ice stick, cryo stick, dry ice, frozen spoon, ice '
                                      'directly, ice straight, ice pack straight, ice pack directly,\n'
                                      'ice pack bare skin, unwrapped ice, unwrapped ice pack, cryotherapy',
                          'radiant-heat': 'hair dryer, hairdryer, hair drier, blow dry, blow dry hair, '
                                          'blow dryer, straighteners, hair straightener, flat iron,\n'
                                          'curling iron, curling tongs, hot rollers, hood dryer, diffuser '
                                          'hair, fireplace, camp fire, campfire, bonfire,\n'
                                          'barbecue, bbq, grill, oven, oven steam, cooking, cook, steam '
                                          'from cooking, boil pasta, kettle steam, frying, deep\n'
                                          'fryer, electric blanket, hot water bottle, heat pad, heating '
                                          'pad, heat lamp, patio heater, radiator, wood stove,\n'
                                          'candle, steam iron, ironing, dishwasher steam, stove, hot '
                                          'stove, hob, heater, open fire, wood burner, air fryer',
                          'radiant-heat + work': 'kitchen work, work kitchen, chef work, restaurant '
                                                 'kitchen, bakery work, barista work, bar work kitchen, '
                                                 'pizza oven\n'
                                                 'work, catering, laundry work, foundry, fry station',
                          'hot-drinks': 'coffee, cofee, tea, hot tea, hot coffee, espresso, cappuccino, '
                                        'latte, caffeine, hot drink, hot chocolate, energy\n'
                                        'drink, herbal tea, green tea, matcha, hot soup, eat, eating, '
                                        'food, chewing gum',
                          'spicy-food': 'spicy foods, spicy, curry, chilli, chili, hot sauce, hot curry, '
                                        'vindaloo, wasabi, jalapenos, spice, kimchi, sriracha,\n'
                                        'pepper food, spicey food',
                          'petrolatum': 'vaseline, vasaline, petroleum jelly, aquaphor, aquafor, white '
                                        'petrolatum, paraffin ointment, ointment, healing\n'
                                        'ointment, slugging, occlusive, lanolin, egyptian magic, eucerin '
                                        'ointment, cerave ointment, mineral oil, baby oil,\n'
                                        'cicaplast ointment',
                          'panthenol': 'dexpanthenol, bepanthen, bepanthol, bepantol, provitamin b5, pro '
                                       'vitamin b5, vitamin b5, b5 cream, la roche posay\n'
                                       'cicaplast, cicaplast, cicaplast b5, panthenol spray, pantenol',
                          'hyaluronic-acid': 'peptides, hyaluronic, hyaluronic serum, hyaluronic acid '
                                             'serum, hyaluron, ha serum, sodium hyaluronate, hyluronic '
                                             'acid,\n'
                                             'hialuronic acid, ha5, hydrating serum, peptide, peptide '
                                             'serum, copper peptide plain',
                          'hyaluronic-acid + new-products': 'hyaluronic acid',
                          'fragrance': 'perfume, cologne, aftershave, essential oil, essential oils, tea '
                                       'tree, tea tree oil, teatree, lavender oil, peppermint\n'
                                       'oil, eucalyptus oil, aromatherapy oil, parfum, after shave, body '
                                       'spray, body mist, eau de toilette, scented cream,\n'
                                       'scented lotion, perfumed cream, room diffuser, perfum',
                          'vitamin-e': 'vit e, vitamin e oil, vitamin e cream, tocopherol, tocopheryl '
                                       'acetate, vitamin e capsule, vit e oil, e oil, tocopherol\n'
                                       'cream, vitamin e serum, vit e cream, wheat germ oil',
                          'silicone-scar-gel': 'silicone gel, silicone sheet, silicone sheets, silicone '
                                               'patch, silicone patches, scar gel, scar cream, kelo cote,\n'
                                               'kelocote, dermatix, cica care, mepiform, bio oil scar, '
                                               'frownies silicone, scar tape',
                          'hydrocortisone': 'hydrocortisone cream, cortisone cream, cortisone, steroid '
                                            'cream, topical steroid, hc45, betamethasone cream, eumovate,\n'
                                            'elocon, hydrocortizone, hydrocort, steriod cream',
                          'hydrocortisone + prescribed-medicines': 'steroid, steroids',
                          'antibiotic-ointment': 'antibiotic cream, antibacterial cream, neosporin, '
                                                 'polysporin, bacitracin, fucidin, fusidic acid, '
                                                 'mupirocin, bactroban,\n'
                                                 'triple antibiotic, germolene, terramycin, antibiotic gel',
                          'numbing-cream': 'lidocaine, emla, numbing gel, numbing spray, more numbing '
                                           'cream',
                          'paracetamol': 'acetaminophen, acetominophen, tylenol, panadol, calpol, '
                                         'paracetomol, dafalgan, doliprane, painkiller paracetamol,\n'
                                         'apap, anadin paracetamol, co codamol, dolo, crocin',
                          'paracetamol + anti-inflammatories': 'pain killer, pain killers, painkiller, '
                                                               'painkillers, pain tablets, headache '
                                                               'tablets, headache pill, period pain '
                                                               'tablets',
                          'prescribed-medicines': 'blood thinner, blood thinners, anticoagulant, '
                                                  'anticoagulants, warfarin, apixaban, eliquis, '
                                                  'rivaroxaban, xarelto,\n'
                                                  'dabigatran, edoxaban, heparin, clexane, clopidogrel, '
                                                  'plavix, prescribed aspirin, low dose aspirin, baby '
                                                  'aspirin, heart\n'
                                                  'aspirin, daily aspirin, steroid tablets, prednisolone, '
                                                  'prednisone, oral steroids, biologic, biologics, '
                                                  'humira,\n'
                                                  'adalimumab, dupixent, methotrexate, azathioprine, '
                                                  'ciclosporin, immunosuppressant, immunosuppressants, '
                                                  'pill,\n'
                                                  'contraceptive pill, birth control, hormone pill, hrt, '
                                                  'antidepressant, antidepressants, insulin, metformin, '
                                                  'blood\n'
                                                  'pressure tablets, statins, levothyroxine, '
                                                  'spironolactone, medication, medicine, tablets, stop '
                                                  'taking, meds, blood pressure\n'
                                                  'medicine, heart tablets, heart medicine',
                          'prescribed-medicines + light-sensitising-drugs': 'antibiotics, antibiotic, '
                                                                            'antibiotic tablets, oral '
                                                                            'antibiotics, course '
                                                                            'antibiotics, acne '
                                                                            'antibiotics, acne tablets',
                          'light-sensitising-drugs': 'doxycycline, doxycyclin, doxy, minocycline, '
                                                     'lymecycline, tetracycline, ciprofloxacin, '
                                                     'levofloxacin, amiodarone,\n'
                                                     'hydrochlorothiazide, methoxsalen, photosensitising '
                                                     'medicine, photosensitizing medication, sun sensitive '
                                                     'tablets, st\n'
                                                     'johns wort',
                          'isotretinoin': 'accutane, roaccutane, acutane, oratane, claravis, absorica, '
                                          'acnecutan, oral retinoid, isotretinoin tablets, isotrexin\n'
                                          'tablets, roacutan, isotret',
                          'antihistamine': 'antihistamines, anti histamine, cetirizine, loratadine, '
                                           'fexofenadine, zyrtec, claritin, clarityn, piriton,\n'
                                           'chlorphenamine, benadryl, allegra, hay fever tablets, hayfever '
                                           'tablet, allergy tablet, allergy tablets, allergy pill',
                          'aciclovir': 'acyclovir, valaciclovir, valacyclovir, valtrex, zovirax, '
                                       'famciclovir, famvir, cold sore cream, cold sore tablets, cold\n'
                                       'sore medicine, antiviral, antivirals, aciclovir cream, acyclovir '
                                       'cream, abreva, docosanol, aciclovere',
                          'supplements': 'supplement, vitamins, multivitamin, fish oil, omega 3, cod liver '
                                         'oil, vitamin e tablets, vitamin e capsules, arnica,\n'
                                         'arnica gel, arnica cream, arnica tablets, bromelain, turmeric, '
                                         'curcumin, ginkgo, garlic capsules, ginseng, collagen\n'
                                         'powder, collagen, zinc tablets, biotin, magnesium, iron tablets, '
                                         'ashwagandha, vitamin c tablets',
                          'vaccination': 'vaccine, vaccinated, vaccinations, jab, flu jab, flu shot, covid '
                                         'jab, covid vaccine, covid booster, booster, tetanus\n'
                                         'jab, tetanus shot, travel vaccines, travel jabs, shingles '
                                         'vaccine, hpv vaccine, immunisation, immunization',
                          'pregnancy': 'pregnant, expecting, baby bump, trying conceive, ttc, conceive, '
                                       'ivf, pregnancy test positive, found out pregnant,\n'
                                       'first trimester, pregnent, fertility treatment',
                          'breastfeeding': 'breastfeed, breast feeding, breast feed, nursing, nursing '
                                           'baby, feed baby, pump milk, expressing milk, lactating,\n'
                                           'chestfeeding, breastfeding',
                          'sex': 'make love, intercourse, intimacy, intimate, making love, sexual '
                                 'activity, masturbate, masturbation, oral sex, shag,\n'
                                 'sleep someone, bedroom',
                          'kissing': 'kiss, snog, snogging, make out, making out, kiss partner, kiss '
                                     'boyfriend, kiss girlfriend, kiss husband, kiss wife,\n'
                                     'kiss cheek, cheek kisses, french kiss, kiss baby, kiss kids',
                          'pets': 'pet, dog lick, dog licks, dog licking, dog licking face, cat lick, cat '
                                  'licks, cat, dog, puppy, kitten, cuddle dog,\n'
                                  'cuddle cat, stroke cat, pet dog, dog bed, cat bed, sleep dog, sleep '
                                  'cat, horse, horses, animals, pet licking, hamster,\n'
                                  'litter tray, cat litter',
                          'sleeping': 'sleep, sleep side, sleep stomach, sleep front, sleep back, sleep '
                                      'face, side sleeping, stomach sleeping, nap, lie down,\n'
                                      'lying down, pillow, pillowcase, pillow case, silk pillowcase, bed, '
                                      'sleep position',
                          'sharing-towels': 'share towel, share towels, shared towel, someone elses towel, '
                                            'gym towel, hotel towel, towel, towels, dry face towel,\n'
                                            'share makeup, share brushes, share razor, sharing pillow, '
                                            'share pillow, borrow makeup',
                          'crying': 'cry, tears, sneeze, sneezing, cough, coughing, blow nose, blowing '
                                    'nose, laugh, laughing, smile, smiling, talk,\n'
                                    'talking, yawn, sad film',
                          'smoking': 'smoke, cigarette, cigarettes, cigs, ciggies, fags, cigar, cigars, '
                                     'pipe, shisha, hookah, tobacco, roll ups, vape,\n'
                                     'vaping, e cigarette, e cig, ecig, nicotine, nicotine patch, nicotine '
                                     'gum, snus, iqos, vapeing, passive smoke',
                          'cannabis': 'weed, marijuana, marihuana, joint, spliff, pot, edibles, cbd, cbd '
                                      'oil, thc, hash, ganja, bong, weed vape',
                          'dusty-work': 'dust, dirty work, building site, construction, construction work, '
                                        'building work, bricklaying, plastering, sanding,\n'
                                        'sand floor, diy, painting walls, decorating, paint fumes, '
                                        'demolition, cleaning, clean house, housework, hoovering,\n'
                                        'vacuuming, vacuum cleaning, cleaning products, clean bleach, oven '
                                        'cleaner, stable, mucking out, farm work, farming,\n'
                                        'mechanic work, car repair, welding, woodwork, carpentry, sawdust, '
                                        'hairdressing work, nail salon work, compost, soil',
                          'work': 'back work, return work, office, office work, desk job, work from home, '
                                  'wfh, video call, zoom call, school, university,\n'
                                  'lectures, shop work, teach, teaching, nurse shift, night shift, day off '
                                  'work, time off work, meeting, job interview\n'
                                  'work',
                          'flying': 'fly, flight, plane, airplane, aeroplane, long haul, long haul flight, '
                                    'short flight, board plane, travel by plane,\n'
                                    'cabin crew, airport, flyng, airport scanner, train travel, travel, '
                                    'car journey, road trip, drive, driving',
                          'body-massage': 'massage, back massage, sports massage, deep tissue massage, '
                                          'thai massage, swedish massage, hot stone massage,\n'
                                          'pregnancy massage, foot massage, reflexology, shoulder massage, '
                                          'physio, physiotherapy, osteopath, chiropractor,\n'
                                          'acupuncture body, shiatsu',
                          'dentist': 'dental, dental appointment, dental work, dental cleaning, hygienist, '
                                     'filling, root canal, tooth extraction, tooth out,\n'
                                     'wisdom tooth, teeth whitening, orthodontist, braces, dental '
                                     'anaesthetic, dental anesthetic, dental injection,\n'
                                     'toothache, novocaine, dentist appointment, invisalign, night guard, '
                                     'mouthguard',
                          'blood-test': 'blood tests, blood draw, bloods, blood taken, blood sample, '
                                        'cannula, smear test, ultrasound scan, examination, blood\n'
                                        'pressure check, ecg, mammogram',
                          'mri': 'mri scan, m r, ct scan, x ray, xray, x rays, scan, contrast scan, '
                                 'magnetic resonance, pet scan, bone scan, cat scan',
                          'event': 'wedding, wedding day, wedding guest, party, birthday party, photo '
                                   'shoot, photoshoot, photos, passport photo, passport\n'
                                   'picture, id photo, interview, job interview, date night, first date, '
                                   'prom, graduation, christening, reunion, big day,\n'
                                   'funeral, tv appearance, headshot, headshots',
                          'window-light': 'window, sit by window, window seat, sun through window, sun '
                                          'through glass, through glass, indoors window,\n'
                                          'conservatory, car window, drive sun, driving sun, office '
                                          'window, screen light, blue light, computer screen, laptop,\n'
                                          'tv, daylight lamp, sad lamp',
                          'vitamin-d': 'vit d, vitamin d tablets, vitamin d drops, vitamin d3, d3, sun '
                                       'vitamin d, vitamin d deficiency, colecalciferol,\n'
                                       'cholecalciferol, vitamine d',
                          'cool-pack': 'ice pack, ice packs, icepack, cold pack, cool packs, cooling pack, '
                                       'gel pack, gel packs, cold compress, cool compress,\n'
                                       'cold flannel, frozen peas, cooling gel pack, cold gel pack, '
                                       'chilled compress, ice wrapped towel, wrapped ice, coldpack',
                          'metal-allergy': 'nickel, nickel allergy, metal allergy',
                          'keloid-before': 'keloids, keloid scars',
                          'diabetes-before': 'diabetes, diabetic',
                          'weak-immunity-before': 'chemo, chemotherapy, radiotherapy',
                          'eyelids': 'eyelid',
                          'cleanse + harsh-cleanser': 'cleanser, face wash, wash face, wash my face, '
                                                      'facewash, clean face, cleanse face',
                          'pain-relief + anti-inflammatories': 'pain relief',
                          'cool-pack + bare-ice': 'ice'},
                'leads': {'cleanser': 'cleanse',
                          'face wash': 'cleanse',
                          'wash face': 'cleanse',
                          'wash my face': 'cleanse',
                          'shower': 'lukewarm-shower',
                          'showering': 'lukewarm-shower',
                          'outside': 'outside',
                          'outdoors': 'outside',
                          'hyaluronic acid': 'hyaluronic-acid',
                          'clean face': 'cleanse',
                          'cleanse face': 'cleanse',
                          'facewash': 'cleanse',
                          'step outside': 'outside',
                          'daylight': 'outside',
                          'pain relief': 'pain-relief',
                          'bath': 'lukewarm-bath',
                          'bathe': 'lukewarm-bath',
                          'ice': 'cool-pack',
                          'outdoor': 'outside'},
                'stopping': {'prescribed-medicines': 'prescribed-medicines',
                             'anti-inflammatories': 'prescribed-medicines',
                             'light-sensitising-drugs': 'prescribed-medicines',
                             'isotretinoin': 'prescribed-medicines',
                             'antihistamine': 'prescribed-medicines',
                             'aciclovir': 'prescribed-medicines',
                             'hydrocortisone': 'prescribed-medicines',
                             'antibiotic-ointment': 'prescribed-medicines',
                             'minoxidil': 'prescribed-medicines',
                             'paracetamol': 'prescribed-medicines'},
                'ambiguous': {'mask': ['protective-mask', 'led-mask', 'cpap', 'new-products'],
                              'face mask': ['protective-mask', 'led-mask', 'new-products'],
                              'contact': ['contact-lenses', 'contact-sport'],
                              'shot': ['vaccination', 'alcohol'],
                              'patch': ['silicone-scar-gel', 'smoking', 'numbing-cream'],
                              'gel': ['cool-pack', 'moisturiser', 'new-products'],
                              'cream': ['moisturiser', 'new-products', 'actives', 'hydrocortisone'],
                              'oil': ['new-products', 'fragrance', 'supplements'],
                              'wash': ['cleanse', 'hair-wash'],
                              'brush': ['exfoliation', 'makeup'],
                              'vitamin': ['actives', 'vitamin-e', 'vitamin-d', 'supplements']},
                'bases': {'plain': 'aqua, water, eau, purified water, glycerin, glycerine, glycerol, '
                                   'propanediol, butylene glycol, propylene glycol,\n'
                                   'pentylene glycol, caprylyl glycol, cetearyl alcohol, cetyl alcohol, '
                                   'stearyl alcohol, caprylic/capric\n'
                                   'triglyceride, dimethicone, xanthan gum, carbomer, sodium hydroxide, '
                                   'sodium chloride, disodium edta,\n'
                                   'phenoxyethanol, ethylhexylglycerin, paraffinum liquidum, cera alba, '
                                   'butyrospermum parkii butter,\n'
                                   'sorbitol, betaine, allantoin, polysorbate 20, polysorbate 60, glyceryl '
                                   'stearate, hydroxyethylcellulose'}}}
