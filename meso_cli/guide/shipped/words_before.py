"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""

from typing import Any, Final

TABLES: Final[dict[str, Any]] = {
    'words/before': {
        'consult-first': {'title': 'Talk it through first', 'text': 'See a qualified practitioner beforehand: ask what you worry about, what to expect, and whether needling suits you.', 'sources': ['seed'], 'facts': ['C14']},
        'qualified-practitioner': {
            'title': 'Choose who does it',
            'text': 'Pick somebody qualified and experienced, in a licensed place. Scars are rare; poor technique is one cause of them.',
            'derived': 'The licensed place is our reading of a report on infections after cosmetic needling.',
            'sources': ['seed', 'cdc24'],
            'facts': ['C9', 'D9'],
        },
        'new-needles': {
            'title': 'New needles for each person',
            'text': 'Needles and vials must not be shared or used again: an HIV cluster has been traced to cosmetic needling. See the sealed tip opened.',
            'derived': 'Watching the sealed tip being opened is our own advice.',
            'sources': ['cdc24'],
        },
        'allergies': {
            'title': 'Name every allergy',
            'text': 'Tell them each allergy, to anaesthetics, serums and other products above all: what is put on needled skin can set off a reaction.',
            'sources': ['seed', 'nhs-ana-old'],
            'facts': ['C8'],
        },
        'metal-allergy': {
            'title': 'Metal or nickel allergy',
            'text': 'Say so if cheap jewellery gives you a rash. Needle steel holds nickel: ask about another needle or a test patch.',
            'derived': 'Asking for a test patch is our own advice.',
            'differ': "Tested needle tips released no nickel and reactions are rarely reported; a clinic's sheet refuses people with an allergy to steel.",
            'sources': ['nickel-mn', 'chu21', 'balanceday'],
        },
        'numbing-cream': {
            'title': 'Numbing cream',
            'text': 'Do not put on your own. More than 4% lidocaine, a large area, or wrapping it up can lead to irregular heartbeat and fits.',
            'derived': 'Leaving it to the practitioner is our reading of the US warnings.',
            'sources': ['fda-numb24', 'fda-lidocaine'],
        },
        'easy-bruising': {
            'title': 'If you bruise easily',
            'text': 'Tell your practitioner beforehand, and name blood thinners too. Do not change a prescribed medicine on your own.',
            'derived': 'Naming blood thinners is our own addition.',
            'sources': ['seed'],
            'facts': ['B4'],
        },
        'cold-sores': {
            'title': 'If you get cold sores',
            'text': 'Ask a doctor some days ahead whether you need an antiviral. Do not go with a cold sore: put the session off. Take no leftover tablets.',
            'derived': 'Putting it off is our own caution. The trials were on laser and peels, not on needling.',
            'differ': 'Clinics start it two, three or four days before.',
            'sources': ['nhs111w', 'wu-eh22', 'gilbert00', 'vala10', 'skinbyemily', 'beyondskin', 'solavie'],
        },
        'isotretinoin-before': {
            'title': 'Isotretinoin in the last months',
            'text': 'If you take it or took it in the last 6 months, ask the prescriber before you book. Do not change it on your own.',
            'derived': "Six months is the cautious side: the drug's label says so, while a consensus found too little evidence for delaying some other skin procedures (needling not named).",
            'differ': 'Several clinics say six months, two say a year.',
            'sources': ['projectlead', 'spring17', 'kichi', 'browsofjoy', 'sisu'],
        },
        'tan': {
            'title': 'Tan, fake tan, sunburn',
            'text': 'Do not come with a suntan or sunburn: put it off until the skin has healed. No sunbathing and no fake tan in the 7 days before.',
            'derived': 'Waiting until sunburn has healed is our reading.',
            'sources': ['chelwest-pre', 'browsofjoy'],
        },
        'botulinum': {
            'title': 'Botulinum toxin and filler before',
            'text': 'Leave at least two weeks after botulinum toxin. With filler, ask both practitioners: what they say differs from two weeks to months.',
            'derived': 'TypedTold both is our own advice.',
            'differ': 'Dermatologists at a meeting said two weeks for both before radio-frequency, a device manual up to six months for filler, one clinic three months for toxin and twelve for filler.',
            'sources': ['aad24', 'amiea', 'balanceday', 'browsofjoy', 'revivedrip'],
        },
        'contact-details': {
            'title': 'Ask for the numbers',
            'text': 'Before you leave: written aftercare, what was put on your skin, how deep, and a phone number for evenings and weekends.',
            'derived': 'The list is our own advice; an article and an NHS sheet both send you back to the practitioner.',
            'sources': ['seed', 'chelwest'],
        },
        'retinoids-before': {
            'title': 'Retinoids and acids before',
            'text': 'Stop retinol, acids, scrubs and benzoyl peroxide 5 days before, a week before radio-frequency. If yours is prescribed, ask the prescriber.',
            'derived': 'Five days and seven are our choice from what clinics print.',
            'differ': 'Clinics say from 12 hours to 14 days.',
            'sources': ['skinbyemily', 'kichi', 'solavie', 'browsofjoy', 'medspa', 'beyondskin', 'dermatique'],
        },
        'laser-before': {'title': 'Laser or a strong peel before', 'text': 'Leave a month after a laser or a strong peel on the same skin.', 'sources': ['medspa', 'purely', 'browsofjoy']},
        'skin-disease': {'title': 'Acne, eczema, rash, rosacea', 'text': 'Inflamed skin should not be needled. See a doctor or dermatologist about it first.', 'sources': ['amiea', 'purely', 'kichi']},
        'keloid-before': {'title': 'Keloids and thick scars', 'text': 'Say so if you scar thickly. Many practitioners will not needle you.', 'sources': ['amiea', 'kichi', 'balanceday']},
        'diabetes-before': {
            'title': 'Diabetes',
            'text': 'Ask your doctor first. If your sugar is not well controlled, do not have it done.',
            'differ': 'A device manual and one clinic refuse only diabetes that is not controlled; another refuses everybody.',
            'sources': ['amiea', 'balanceday', 'browsofjoy', 'purely'],
        },
        'weak-immunity-before': {
            'title': 'Chemotherapy, weak immunity',
            'text': 'Ask the doctor who treats you, and never stop a medicine for it. A device manual leaves four weeks on either side of chemotherapy, radiotherapy and high-dose steroids.',
            'sources': ['amiea', 'sisu'],
        },
        'blood-thinners-before': {
            'title': 'Blood thinners',
            'text': 'Never stop them on your own. Tell your practitioner, who may refuse.',
            'differ': 'A device manual and several clinics do not needle people who take them; two clinics stop them first where a doctor agrees.',
            'sources': ['sdcep', 'amiea', 'kichi', 'balanceday', 'solavie'],
        },
        'pregnant-or-nursing': {'title': 'Pregnant or nursing', 'text': 'Wait. Clinics do not needle during pregnancy, and most not while you breastfeed.', 'sources': ['balanceday', 'kichi', 'browsofjoy']},
        'infection-before': {'title': 'Fever or an infection', 'text': 'Put it off while you have a fever or an infection anywhere, a bad tooth included.', 'derived': 'The tooth is our own caution.', 'sources': ['chu21', 'amiea']},
        'vaccine-before': {'title': 'Vaccination on the same day', 'text': 'Do not have a vaccination on the same day, so that a fever afterwards can be read.', 'derived': 'No source gives an interval; this is our own advice.'},
        'scars-before': {
            'title': 'New scars and operations',
            'text': 'Wait until a scar is six months old, and a year after an operation on that skin.',
            'differ': 'One clinic takes scars from six weeks on if a doctor agrees.',
            'sources': ['amiea', 'sisu', 'balanceday'],
        },
        'age': {'title': 'Under 18', 'text': 'Needling is for adults. Under 18 only a doctor should decide.', 'derived': 'This is our own advice; a device was studied on adults.', 'sources': ['skinpen']},
        'eyelids': {'title': 'Eyelids', 'text': 'The lids, and the skin inside the bony rim of the eye, should not be needled.', 'sources': ['skinpen']},
    },
}
