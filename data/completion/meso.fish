# Completion of meso for fish, made from its command line; by `meso completion fish`.

# The command so far ("plan set") and how many words follow it, with the last of these: `plan set:0:`
function __meso_place
    set -l place
    set -l number 0
    set -l last
    set -l skip
    for word in (commandline -opc)[2..-1]
        if test -n "$skip"
            set skip
        else if contains -- $word --about --area --at --before --by --day --days --db --depth --device --format --grep --history --ingredients --item --note --only --out-of-hours --output --phone --plan --practitioner --print --product --since --skin-type --split --told --treatment --until -o
            set skip yes
        else if not string match -q -- '-*' $word
            if contains -- (string trim "$place $word") 'help' 'start' 'log' 'status' 'can' 'why' 'guide' 'urgent' 'history' 'trend' 'edit' 'delete' 'undo' 'redo' 'end' 'plan' 'plan show' 'plan set' 'plan clear' 'plan load' 'plan check' 'plan sheet' 'plan example' 'report' 'calendar' 'export' 'import' 'backup' 'restore' 'doctor' 'paths' 'wipe' 'remind' 'config' 'demo' 'completion' 'man'
                set place (string trim "$place $word")
                set number 0
                set last
            else
                set number (math $number + 1)
                set last $word
            end
        end
    end
    echo "$place:$number:$last"
end

# At a command: `__meso_at 'plan set'`; at one of its words: `__meso_at 'plan set:0:*'`
function __meso_at
    string match -q -- $argv[1] (__meso_place); or string match -q -- "$argv[1]:*" (__meso_place)
end

function __meso_own
    set -l program (commandline -opc)[1]
    set -l db
    set -l is_next
    for word in (commandline -opc)[2..-1]
        if test -n "$is_next"
            set db --db $word
            set is_next
        else if test "$word" = --db
            set is_next yes
        else if string match -q -- '--db=*' $word
            set db --db (string replace -- '--db=' '' $word)
        end
    end
    set db (string replace -r -- '^~/' "$HOME/" $db)
    $program completion $argv[1] $db 2>/dev/null
end

function __meso_items
    printf '%s\n' 'redness	Redness' 'swelling	Swelling' 'warmth	Warmth' 'pain	Pain' 'bleeding	Pinpoint bleeding' 'tightness	Tightness' 'sensitivity	Sensitivity' 'bruising	Bruising' 'flaking	Flaking, dryness' 'itching	Itching' 'scabs	Small scabs' 'breakouts	Spots, milia' 'glands	Swollen glands' 'breathing	trouble breathing' 'throat-swelling	swollen tongue, lips or throat' 'collapse	collapse' 'confusion	confusion' 'blotchy-skin	blue, grey or blotchy skin' 'irregular-heartbeat	irregular heartbeat' 'seizure	seizure' 'heavy-bleeding	bleeding that will not stop' 'eye-emergency	red eye that hurts in light' 'face-droop	drooping face' 'sight-loss	sudden loss of sight' 'numbing-reaction	reaction to numbing cream' 'fever	fever' 'pus	pus' 'bad-smell	bad smell' 'red-streaks	red streaks' 'spreading-redness	spreading redness' 'eye-pain	eye pain' 'vision	blurred or changed vision' 'eye-swelling	swollen eye' 'blisters	blisters' 'hives	hives' 'burns	burns' 'open-sore	open sore' 'very-unwell	feeling very unwell' 'shared-needles	shared or reused needles' 'faint	brief faint' 'cold-sore	cold sore' 'dark-patches	new dark patches' 'firm-bumps	firm bumps' 'grid-marks	grid marks' 'raised-scar	raised scar' 'rash	rash' 'hollowing	hollowing' 'numbness	numbness' 'worried	anything that worries you' 'cleanse	Cleanse gently' 'moisturise	Moisturise' 'spf	Sunscreen SPF 30+' 'water	Drink water' 'cool-pack	Cool pack' 'movement	Gentle movement' 'monitor	Look at your skin'
end
function __meso_grades
    printf '%s\n' '0	none' '1	mild' '2	moderate' '3	severe' '4	very severe'
end
function __meso_yes_or_no
    printf '%s\n' 'yes' 'no'
end
function __meso_counts
end
function __meso_restrictions
    printf '%s\n' 'touching	Touching' 'makeup	Makeup' 'new-products	New products' 'sunscreen	Sunscreen' 'sun	Direct sun' 'exfoliation	Scrubs' 'actives	Retinoids, acids, vit. C' 'harsh-cleanser	Harsh cleanser' 'exercise	Hard exercise' 'hot-shower	Hot shower' 'sauna	Sauna and steam' 'swimming	Swimming' 'picking	Picking' 'shaving	Shaving' 'hair-removal	Hair removal' 'facials	Facials, peels, laser' 'needling	Needling' 'home-roller	Home roller' 'anti-inflammatories	Anti-inflammatories' 'alcohol	Alcohol' 'blood-donation	Giving blood'
end
function __meso_topics
    printf '%s\n' 'consult-first	Talk it through first' 'qualified-practitioner	Choose who does it' 'new-needles	New needles for each person' 'allergies	Name every allergy' 'metal-allergy	Metal or nickel allergy' 'numbing-cream	Numbing cream' 'easy-bruising	If you bruise easily' 'cold-sores	If you get cold sores' 'isotretinoin-before	Isotretinoin in the last months' 'tan	Tan, fake tan, sunburn' 'botulinum	Botulinum toxin and filler before' 'contact-details	Ask for the numbers' 'retinoids-before	Retinoids and acids before' 'laser-before	Laser or a strong peel before' 'skin-disease	Acne, eczema, rash, rosacea' 'keloid-before	Keloids and thick scars' 'diabetes-before	Diabetes' 'weak-immunity-before	Chemotherapy, weak immunity' 'blood-thinners-before	Blood thinners' 'pregnant-or-nursing	Pregnant or nursing' 'infection-before	Fever or an infection' 'vaccine-before	Vaccination on the same day' 'scars-before	New scars and operations' 'age	Under 18' 'eyelids	Eyelids' 'follow-practitioner	Follow your practitioner\'s sheet' 'keep-clean	Keep it clean' 'cleanse	Cleanse gently' 'moisturise	Moisturise' 'calming	Calming products only' 'spf	Sunscreen SPF 30+' 'water	Drink water' 'cool-pack	Cool pack' 'movement	Gentle movement' 'blot-bleeding	Blot, do not rub' 'pain-relief	Pain relief' 'monitor	Look at your skin' 'walking	Walking' 'lukewarm-shower	Lukewarm shower' 'lukewarm-bath	Lukewarm bath' 'moisturiser	Bland moisturiser' 'outside	Going outside' 'contact-lenses	Contact lenses' 'glasses	Glasses' 'sunglasses	Sunglasses' 'lash-brow	Lash or brow treatment' 'coverings	Hats, scarves, helmets' 'protective-mask	Protective mask' 'cpap	CPAP mask' 'led-mask	LED mask' 'injectables	Botulinum toxin, filler' 'prp-exosomes	PRP, exosomes' 'threads	Thread lift' 'tattoo-pmu	Tattoo, permanent makeup' 'minoxidil	Minoxidil' 'hair-wash	Washing your hair' 'hair-wash-off-area	Washing your hair' 'hair-dye	Hair dye, bleach, perm' 'hair-transplant	Hair transplant area' 'bare-ice	Bare ice' 'radiant-heat	Heat and steam near the skin' 'hot-drinks	Hot drinks and food' 'spicy-food	Spicy food' 'petrolatum	Petroleum jelly, ointment' 'panthenol	Panthenol cream' 'hyaluronic-acid	Hyaluronic acid, peptides' 'fragrance	Perfume, essential oils' 'vitamin-e	Vitamin E on the skin' 'silicone-scar-gel	Silicone scar gel' 'hydrocortisone	Hydrocortisone cream' 'antibiotic-ointment	Antibiotic ointment' 'paracetamol	Paracetamol (acetaminophen)' 'prescribed-medicines	Prescribed medicines' 'light-sensitising-drugs	Medicines and sunlight' 'isotretinoin	Isotretinoin tablets' 'antihistamine	Antihistamine tablets' 'aciclovir	Aciclovir, valaciclovir' 'supplements	Supplements' 'vaccination	Vaccination' 'pregnancy	Pregnancy' 'breastfeeding	Breastfeeding' 'sex	Sex' 'kissing	Kissing' 'pets	Pets close to your skin' 'sleeping	Sleeping' 'sharing-towels	Sharing towels or razors' 'crying	Crying, sneezing, laughing' 'smoking	Smoking, vaping' 'cannabis	Cannabis' 'contact-sport	Contact sport' 'sea-swimming	Swimming in the sea' 'dusty-work	Dusty or dirty work' 'work	Work, school' 'flying	Flying, travelling' 'body-massage	Body massage' 'dentist	Dentist' 'blood-test	Blood test, examination' 'mri	Scan, X-ray' 'event	A big day, a photo' 'window-light	Light through a window' 'vitamin-d	Vitamin D'
end
function __meso_warnings
    printf '%s\n' 'redness	Redness' 'swelling	Swelling' 'warmth	Warmth' 'pain	Pain' 'bleeding	Pinpoint bleeding' 'tightness	Tightness' 'sensitivity	Sensitivity' 'bruising	Bruising' 'flaking	Flaking, dryness' 'itching	Itching' 'scabs	Small scabs' 'breakouts	Spots, milia' 'glands	Swollen glands' 'breathing	trouble breathing' 'throat-swelling	swollen tongue, lips or throat' 'collapse	collapse' 'confusion	confusion' 'blotchy-skin	blue, grey or blotchy skin' 'irregular-heartbeat	irregular heartbeat' 'seizure	seizure' 'heavy-bleeding	bleeding that will not stop' 'eye-emergency	red eye that hurts in light' 'face-droop	drooping face' 'sight-loss	sudden loss of sight' 'numbing-reaction	reaction to numbing cream' 'fever	fever' 'pus	pus' 'bad-smell	bad smell' 'red-streaks	red streaks' 'spreading-redness	spreading redness' 'eye-pain	eye pain' 'vision	blurred or changed vision' 'eye-swelling	swollen eye' 'blisters	blisters' 'hives	hives' 'burns	burns' 'open-sore	open sore' 'very-unwell	feeling very unwell' 'shared-needles	shared or reused needles' 'faint	brief faint' 'cold-sore	cold sore' 'dark-patches	new dark patches' 'firm-bumps	firm bumps' 'grid-marks	grid marks' 'raised-scar	raised scar' 'rash	rash' 'hollowing	hollowing' 'numbness	numbness' 'worried	anything that worries you' 'infection-unwell	signs of infection and feeling very unwell' 'infection-fever	skin infection and fever' 'eye-infection	swollen eye with fever, pain or changed sight' 'allergy-unwell	signs of allergy and feeling very unwell or faint' 'cold-sore-eye	cold sore with an eye problem' 'inflamed-again	inflammation that came back' 'inflamed	several signs of inflammation' 'at-risk	a warning with your history'
end
function __meso_areas
    printf '%s\n' 'face' 'eyes' 'lips' 'scalp' 'neck' 'chest' 'back' 'abdomen' 'arms' 'hands' 'legs' 'other'
end
function __meso_devices
    printf '%s\n' 'pen' 'roller' 'stamp' 'rf' 'other'
end
function __meso_skin_types
    printf '%s\n' '1' '2' '3' '4' '5' '6'
end
function __meso_history
    printf '%s\n' 'cold-sores' 'keloid' 'weak-immunity' 'diabetes' 'blood-thinners' 'eczema'
end
function __meso_regions
    printf '%s\n' 'gb	United Kingdom' 'gb-nir	Northern Ireland' 'ie	Ireland' 'us	United States' 'ca	Canada' 'au	Australia' 'nz	New Zealand' 'in	India' 'za	South Africa' 'eu	European Union' 'at	Austria' 'be	Belgium' 'ch	Switzerland' 'de	Germany' 'dk	Denmark' 'es	Spain' 'fi	Finland' 'fr	France' 'it	Italy' 'nl	Netherlands' 'no	Norway' 'pl	Poland' 'pt	Portugal' 'se	Sweden' 'bg	Bulgaria' 'cy	Cyprus' 'cz	Czechia' 'ee	Estonia' 'gr	Greece' 'hr	Croatia' 'hu	Hungary' 'lt	Lithuania' 'lu	Luxembourg' 'lv	Latvia' 'mt	Malta' 'ro	Romania' 'si	Slovenia' 'sk	Slovakia' 'br	Brazil' 'hk	Hong Kong' 'jp	Japan' 'mx	Mexico' 'my	Malaysia' 'ph	Philippines' 'sg	Singapore' 'tr	Turkey'
end
function __meso_settings
    printf '%s\n' 'region' 'day_start' 'skin_type' 'area' 'device' 'accessible' 'checkin_at'
end
function __meso_commands
    printf '%s\n' 'start	Record a treatment; see when each restriction lifts.' 'log	Log how it is now: symptoms, signs, care, a note.' 'status	The recovery day, warnings, restrictions and care.' 'can	May I swim, run, wear makeup? Until when not, and why.' 'why	The rule behind it, your data, and its sources.' 'guide	What is usual, day by day, and before you go again.' 'urgent	The red-flag card: when to call, and whom.' 'history	Your treatments, and the entries of one.' 'trend	How it went: each symptom, day by day.' 'edit	Correct an entry or a treatment.' 'delete	Delete an entry or a treatment.' 'undo	Take back the last change.' 'redo	Bring back what undo took.' 'end	End the follow-up of a treatment.' 'plan	What your practitioner said, beside the guide.' 'report	A page for your practitioner, to print or send.' 'calendar	Dates and check-ins for your phone\'s calendar.' 'export	Everything you recorded, as JSON or a table.' 'import	Take in an export, or a database file.' 'backup	Make a checked backup now.' 'restore	List the backups, or go back to one.' 'doctor	Examine records, backups and guide.' 'paths	Where your records and settings lie.' 'wipe	Remove everything that you recorded, backups too.' 'remind	Reminders of the check-in, and of what ends soon.' 'config	Your settings, and where each comes from.' 'demo	Six days of a made-up recovery, then its status.' 'completion	Completion by TAB for bash, zsh and fish.' 'man	The manual, of all or of one command.'
end
function __meso_commands_plan
    printf '%s\n' 'show	Guide and plan side by side: what differs, who said it and when.' 'set	Record until when to avoid something: so long after the treatment, until a moment, or open.' 'clear	Take back what was recorded about an activity; the guide speaks alone again.' 'load	Lay a clinic\'s plan over the guide, in the place of the one loaded before.' 'check	Say everything that is wrong with a plan\'s file; nothing is loaded.' 'sheet	A clinic\'s sheet for a patient, from its plan: what to avoid until when, care, whom to call.' 'example	A plan\'s file with every table explained, to begin from.'
end
function __meso_one_of_html_markdown
    printf '%s\n' 'html' 'markdown'
end
function __meso_one_of_json_csv_fhir
    printf '%s\n' 'json' 'csv' 'fhir'
end
function __meso_one_of_systemd_cron_launchd
    printf '%s\n' 'systemd' 'cron' 'launchd'
end
function __meso_one_of_bash_zsh_fish
    printf '%s\n' 'bash' 'zsh' 'fish'
end
function __meso_treatments
    __meso_own treatments
end
function __meso_entries
    __meso_own entries
end
function __meso_backups
    __meso_own backups
end
function __meso_files
    __fish_complete_path (commandline -ct)
end
function __meso_assignments
    set -l parts (string split -m1 = -- (commandline -ct))
    if test (count $parts) -lt 2
        printf '%s\n' 'redness=	Redness' 'swelling=	Swelling' 'warmth=	Warmth' 'pain=	Pain' 'bleeding=	Pinpoint bleeding' 'tightness=	Tightness' 'sensitivity=	Sensitivity' 'bruising=	Bruising' 'flaking=	Flaking, dryness' 'itching=	Itching' 'scabs=	Small scabs' 'breakouts=	Spots, milia' 'glands=	Swollen glands' 'breathing=	trouble breathing' 'throat-swelling=	swollen tongue, lips or throat' 'collapse=	collapse' 'confusion=	confusion' 'blotchy-skin=	blue, grey or blotchy skin' 'irregular-heartbeat=	irregular heartbeat' 'seizure=	seizure' 'heavy-bleeding=	bleeding that will not stop' 'eye-emergency=	red eye that hurts in light' 'face-droop=	drooping face' 'sight-loss=	sudden loss of sight' 'numbing-reaction=	reaction to numbing cream' 'fever=	fever' 'pus=	pus' 'bad-smell=	bad smell' 'red-streaks=	red streaks' 'spreading-redness=	spreading redness' 'eye-pain=	eye pain' 'vision=	blurred or changed vision' 'eye-swelling=	swollen eye' 'blisters=	blisters' 'hives=	hives' 'burns=	burns' 'open-sore=	open sore' 'very-unwell=	feeling very unwell' 'shared-needles=	shared or reused needles' 'faint=	brief faint' 'cold-sore=	cold sore' 'dark-patches=	new dark patches' 'firm-bumps=	firm bumps' 'grid-marks=	grid marks' 'raised-scar=	raised scar' 'rash=	rash' 'hollowing=	hollowing' 'numbness=	numbness' 'worried=	anything that worries you' 'cleanse	Cleanse gently' 'moisturise	Moisturise' 'spf	Sunscreen SPF 30+' 'water	Drink water' 'cool-pack	Cool pack' 'movement	Gentle movement' 'monitor	Look at your skin'
        return
    end
    switch $parts[1]
        case redness swelling warmth pain bleeding tightness sensitivity bruising flaking itching scabs breakouts glands
            for row in '0	none' '1	mild' '2	moderate' '3	severe' '4	very severe'
                echo $parts[1]=$row
            end
        case breathing throat-swelling collapse confusion blotchy-skin irregular-heartbeat seizure heavy-bleeding eye-emergency face-droop sight-loss numbing-reaction fever pus bad-smell red-streaks spreading-redness eye-pain vision eye-swelling blisters hives burns open-sore very-unwell shared-needles faint cold-sore dark-patches firm-bumps grid-marks raised-scar rash hollowing numbness worried
            for row in 'yes' 'no'
                echo $parts[1]=$row
            end
    end
end
complete -c meso -f
complete -c meso -n '__meso_at \':*\'' -l version -d 'Versions of meso, its guide, its database and SQLite.'
complete -c meso -n '__meso_at \':*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \':*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \':*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \':*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \':*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \':*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \':*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'start:*\'' -l area -x -a '(__meso_areas)' -d 'face (assumed), eyes, lips, scalp, neck, ...'
complete -c meso -n '__meso_at \'start:*\'' -l device -x -a '(__meso_devices)' -d 'pen, roller, stamp, rf or other.'
complete -c meso -n '__meso_at \'start:*\'' -l depth -x -a '' -d 'Needle depth in millimetres: 1.0'
complete -c meso -n '__meso_at \'start:*\'' -l skin-type -x -a '(__meso_skin_types)' -d 'Fitzpatrick skin type.'
complete -c meso -n '__meso_at \'start:*\'' -l history -x -a '(__meso_history)' -d 'cold-sores, keloid, weak-immunity, diabetes, blood-thinners, eczema.'
complete -c meso -n '__meso_at \'start:*\'' -l practitioner -x -a '' -d 'Who did it.'
complete -c meso -n '__meso_at \'start:*\'' -l phone -x -a '' -d 'Their number.'
complete -c meso -n '__meso_at \'start:*\'' -l out-of-hours -x -a '' -d 'Their number at night.'
complete -c meso -n '__meso_at \'start:*\'' -l product -x -a '' -d 'A product that was used; may be repeated.'
complete -c meso -n '__meso_at \'start:*\'' -l note -x -a '' -d 'A note.'
complete -c meso -n '__meso_at \'start:*\'' -l plan -x -a '(__meso_files)' -d 'Your clinic\'s plan; see: meso plan --help'
complete -c meso -n '__meso_at \'start:*\'' -l another -d 'A second treatment of the same area within 6 hours.'
complete -c meso -n '__meso_at \'start:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'start:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'start:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'start:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'start:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'start:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'start:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'log:*\'' -l at -x -a '' -d 'When it was: \'20 min ago\', \'yesterday 20:15\'.'
complete -c meso -n '__meso_at \'log:*\'' -l note -x -a '' -d 'A note; - reads it from standard input.'
complete -c meso -n '__meso_at \'log:*\'' -l none -d 'No symptom is left: what was above is now 0.'
complete -c meso -n '__meso_at \'log:*\'' -l told -x -a '' -d 'Somebody was told about a warning: \'clinic: come tomorrow\'.'
complete -c meso -n '__meso_at \'log:*\'' -l about -x -a '(__meso_warnings)' -d 'Which one, where several stand: pus; or all.'
complete -c meso -n '__meso_at \'log:*\'' -l json -d 'As JSON: the entry, the warnings.'
complete -c meso -n '__meso_at \'log:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'log:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'log:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'log:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'log:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'log:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'log:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'log:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'status:*\'' -l at -x -a '' -d 'Ask about another moment: \'sat 10am\'.'
complete -c meso -n '__meso_at \'status:*\'' -l json -d 'Everything as JSON.'
complete -c meso -n '__meso_at \'status:*\'' -l brief -d 'One line, for a prompt.'
complete -c meso -n '__meso_at \'status:*\'' -l all -d 'Leave nothing out.'
complete -c meso -n '__meso_at \'status:*\'' -l check -d 'The brief line, and an exit code: 10 contact, 11 urgent, 12 emergency, 13 silent.'
complete -c meso -n '__meso_at \'status:*\'' -l format -x -a '' -d 'The brief line, 48 columns: \'{id} day {day} {warning}\'.'
complete -c meso -n '__meso_at \'status:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'status:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'status:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'status:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'status:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'status:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'status:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'status:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'can:*\'' -l at -x -a '' -d 'At another moment: \'sat 10am\'.'
complete -c meso -n '__meso_at \'can:*\'' -l ingredients -x -a '' -d 'Judge a product: \'aqua, retinol, parfum\'.'
complete -c meso -n '__meso_at \'can:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'can:*\'' -l short -d 'The answer in one line.'
complete -c meso -n '__meso_at \'can:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'can:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'can:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'can:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'can:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'can:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'can:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'can:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'why:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'why:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'why:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'why:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'why:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'why:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'why:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'why:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'why:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'guide:*\'' -l day -x -a '' -d 'One recovery day, from 0.'
complete -c meso -n '__meso_at \'guide:*\'' -l week -d 'The next seven days.'
complete -c meso -n '__meso_at \'guide:*\'' -l before -x -a '' -d 'Count back from an event: \'12 dec\'.'
complete -c meso -n '__meso_at \'guide:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'guide:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'guide:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'guide:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'guide:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'guide:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'guide:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'guide:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'urgent:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'urgent:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'urgent:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'urgent:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'urgent:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'urgent:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'urgent:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'history:*\'' -l item -x -a '(__meso_items)' -d 'Only what was said of it: redness.'
complete -c meso -n '__meso_at \'history:*\'' -l since -x -a '' -d 'Only what was since then: \'3 days ago\'.'
complete -c meso -n '__meso_at \'history:*\'' -l until -x -a '' -d 'Only what was until then; a bare day is included.'
complete -c meso -n '__meso_at \'history:*\'' -l grep -x -a '' -d 'Only entries whose note says it: walk.'
complete -c meso -n '__meso_at \'history:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'history:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'history:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'history:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'history:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'history:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'history:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'history:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'trend:*\'' -l days -x -a '' -d 'Only the last N recovery days: 14.'
complete -c meso -n '__meso_at \'trend:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'trend:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'trend:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'trend:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'trend:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'trend:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'trend:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'trend:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'trend:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'edit:*\'' -l at -x -a '' -d 'When it was.'
complete -c meso -n '__meso_at \'edit:*\'' -l note -x -a '' -d 'The note; empty removes it.'
complete -c meso -n '__meso_at \'edit:*\'' -l area -x -a '(__meso_areas)' -d 'Of a treatment; empty removes it.'
complete -c meso -n '__meso_at \'edit:*\'' -l device -x -a '(__meso_devices)' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l depth -x -a '' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l skin-type -x -a '(__meso_skin_types)' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l history -x -a '(__meso_history)' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l practitioner -x -a '' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l phone -x -a '' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l out-of-hours -x -a '' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l product -x -a '' -d 'Of a treatment.'
complete -c meso -n '__meso_at \'edit:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'edit:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'edit:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'edit:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'edit:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'edit:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'edit:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'delete:*\'' -l yes -d 'Do not ask.'
complete -c meso -n '__meso_at \'delete:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'delete:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'delete:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'delete:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'delete:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'delete:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'delete:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'undo:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'undo:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'undo:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'undo:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'undo:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'undo:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'undo:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'redo:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'redo:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'redo:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'redo:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'redo:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'redo:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'redo:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'end:*\'' -l yes -d 'Do not ask.'
complete -c meso -n '__meso_at \'end:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'end:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'end:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'end:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'end:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'end:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'end:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'plan:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'plan:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan show:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'plan show:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'plan show:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan show:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan show:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan show:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan show:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan show:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan show:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan set:*\'' -l by -x -a '' -d 'Who said it.'
complete -c meso -n '__meso_at \'plan set:*\'' -l note -x -a '' -d 'What they said.'
complete -c meso -n '__meso_at \'plan set:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'plan set:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan set:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan set:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan set:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan set:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan set:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan set:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l loaded -d 'The clinic\'s plan that was loaded, whole.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan clear:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan clear:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan load:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'plan load:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan load:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan load:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan load:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan load:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan load:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan load:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan check:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan check:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan check:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan check:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan check:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan check:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan check:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -s o -x -a '' -d 'The page, not standard output.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l output -x -a '' -d 'The page, not standard output.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l at -x -a '' -d 'When it was: dates instead of lengths.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l force -d 'Replace PAGE.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan sheet:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'plan example:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'plan example:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'plan example:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'plan example:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'plan example:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'plan example:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'plan example:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'report:*\'' -s o -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'report:*\'' -l output -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'report:*\'' -l days -x -a '' -d 'The last N recovery days.'
complete -c meso -n '__meso_at \'report:*\'' -l only -x -a '' -d 'These symptoms alone: redness,swelling.'
complete -c meso -n '__meso_at \'report:*\'' -l no-notes -d 'Leave your own words out.'
complete -c meso -n '__meso_at \'report:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'report:*\'' -l format -x -a '(__meso_one_of_html_markdown)' -d 'html: a page to print or to send; markdown: text for a message.'
complete -c meso -n '__meso_at \'report:*\'' -l open -d 'Open FILE when it is written.'
complete -c meso -n '__meso_at \'report:*\'' -l force -d 'Replace FILE.'
complete -c meso -n '__meso_at \'report:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'report:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'report:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'report:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'report:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'report:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'report:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'calendar:*\'' -s o -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'calendar:*\'' -l output -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'calendar:*\'' -l detailed -d 'Titles that say what it is about.'
complete -c meso -n '__meso_at \'calendar:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Another treatment: t1.'
complete -c meso -n '__meso_at \'calendar:*\'' -l force -d 'Replace FILE.'
complete -c meso -n '__meso_at \'calendar:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'calendar:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'calendar:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'calendar:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'calendar:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'calendar:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'calendar:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'export:*\'' -l format -x -a '(__meso_one_of_json_csv_fhir)' -d 'json: everything, to come back in; csv: a table; fhir: for a clinic\'s system.'
complete -c meso -n '__meso_at \'export:*\'' -s o -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'export:*\'' -l output -x -a '(__meso_files)' -d 'A private file, not standard output.'
complete -c meso -n '__meso_at \'export:*\'' -l force -d 'Replace FILE.'
complete -c meso -n '__meso_at \'export:*\'' -l treatment -x -a '(__meso_treatments)' -d 'Only one treatment: t1 (csv, fhir).'
complete -c meso -n '__meso_at \'export:*\'' -l for-spreadsheet -d 'Guard cells that look like formulas (csv).'
complete -c meso -n '__meso_at \'export:*\'' -l update -d 'Corrections replace what was sent before (fhir).'
complete -c meso -n '__meso_at \'export:*\'' -l collection -d 'A file to hand over, not to post (fhir).'
complete -c meso -n '__meso_at \'export:*\'' -l split -x -a '' -d 'At most N entries a Bundle (fhir).'
complete -c meso -n '__meso_at \'export:*\'' -l no-provenance -d 'For servers that look up identifiers alone (fhir).'
complete -c meso -n '__meso_at \'export:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'export:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'export:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'export:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'export:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'export:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'export:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'import:*\'' -l dry-run -d 'Say what would change; change nothing.'
complete -c meso -n '__meso_at \'import:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'import:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'import:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'import:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'import:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'import:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'import:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'backup:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'backup:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'backup:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'backup:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'backup:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'backup:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'backup:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'restore:*\'' -l yes -d 'Do not ask.'
complete -c meso -n '__meso_at \'restore:*\'' -l json -d 'The list as JSON.'
complete -c meso -n '__meso_at \'restore:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'restore:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'restore:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'restore:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'restore:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'restore:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'restore:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'doctor:*\'' -l fix -d 'Repair what can be repaired; nothing is lost by it.'
complete -c meso -n '__meso_at \'doctor:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'doctor:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'doctor:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'doctor:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'doctor:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'doctor:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'doctor:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'doctor:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'paths:*\'' -l json -d 'As JSON.'
complete -c meso -n '__meso_at \'paths:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'paths:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'paths:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'paths:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'paths:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'paths:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'paths:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'wipe:*\'' -l yes -d 'Do not ask.'
complete -c meso -n '__meso_at \'wipe:*\'' -l keep-settings -d 'Leave the settings file.'
complete -c meso -n '__meso_at \'wipe:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'wipe:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'wipe:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'wipe:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'wipe:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'wipe:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'wipe:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'remind:*\'' -l check -d 'Exit code 20 and a line if something is due; else nothing.'
complete -c meso -n '__meso_at \'remind:*\'' -l notify -d 'With a message on the desktop; each reason once.'
complete -c meso -n '__meso_at \'remind:*\'' -l print -x -a '(__meso_one_of_systemd_cron_launchd)' -d 'A schedule that checks once an hour.'
complete -c meso -n '__meso_at \'remind:*\'' -l install -d 'Install that schedule for systemd, or take it away.'
complete -c meso -n '__meso_at \'remind:*\'' -l remove -d 'Install that schedule for systemd, or take it away.'
complete -c meso -n '__meso_at \'remind:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'remind:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'remind:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'remind:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'remind:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'remind:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'remind:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'config:*\'' -l unset -d 'Back to the default.'
complete -c meso -n '__meso_at \'config:*\'' -l json -d 'The settings as JSON.'
complete -c meso -n '__meso_at \'config:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'config:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'config:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'config:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'config:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'config:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'config:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'demo:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'demo:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'demo:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'demo:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'demo:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'demo:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'demo:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'completion:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'completion:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'completion:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'completion:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'completion:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'completion:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'completion:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \'man:*\'' -l db -x -a '(__meso_files)' -d 'Use this database file.'
complete -c meso -n '__meso_at \'man:*\'' -l plain -d 'Labelled lines of text: no boxes, no colour.'
complete -c meso -n '__meso_at \'man:*\'' -l no-color -d 'No colour.'
complete -c meso -n '__meso_at \'man:*\'' -l no-input -d 'Never ask; fail where an answer is needed.'
complete -c meso -n '__meso_at \'man:*\'' -l debug -d 'Show the traceback of a bug.'
complete -c meso -n '__meso_at \'man:*\'' -l help -d 'How it is used.'
complete -c meso -n '__meso_at \'man:*\'' -s h -d 'How it is used.'
complete -c meso -n '__meso_at \':0:*\'' -a '(__meso_commands)'
complete -c meso -n '__meso_at \'help:0:*\'' -a '(__meso_commands)'
complete -c meso -n '__meso_at \'log:*\'' -a '(__meso_assignments)'
complete -c meso -n '__meso_at \'can:*\'' -a '(__meso_restrictions) (__meso_topics)'
complete -c meso -n '__meso_at \'why:*\'' -a '(__meso_restrictions) (__meso_items) (__meso_warnings) (__meso_topics)'
complete -c meso -n '__meso_at \'history:0:*\'' -a '(__meso_treatments) (__meso_entries)'
complete -c meso -n '__meso_at \'trend:*\'' -a '(__meso_items)'
complete -c meso -n '__meso_at \'edit:0:*\'' -a '(__meso_entries) (__meso_treatments)'
complete -c meso -n '__meso_at \'edit:1:*\'' -a '(__meso_assignments)'
complete -c meso -n '__meso_at \'edit:2:*\'' -a '(__meso_assignments)'
complete -c meso -n '__meso_at \'delete:0:*\'' -a '(__meso_entries) (__meso_treatments)'
complete -c meso -n '__meso_at \'end:0:*\'' -a '(__meso_treatments)'
complete -c meso -n '__meso_at \'plan:0:*\'' -a '(__meso_commands_plan)'
complete -c meso -n '__meso_at \'plan set:*\'' -a '(__meso_restrictions)'
complete -c meso -n '__meso_at \'plan clear:*\'' -a '(__meso_restrictions)'
complete -c meso -n '__meso_at \'plan load:0:*\'' -a '(__meso_files)'
complete -c meso -n '__meso_at \'plan check:0:*\'' -a '(__meso_files)'
complete -c meso -n '__meso_at \'plan sheet:0:*\'' -a '(__meso_files)'
complete -c meso -n '__meso_at \'import:0:*\'' -a '(__meso_files)'
complete -c meso -n '__meso_at \'backup:0:*\'' -a '(__meso_files)'
complete -c meso -n '__meso_at \'restore:0:*\'' -a '(__meso_backups) (__meso_files)'
complete -c meso -n '__meso_at \'config:1:region\'' -a '(__meso_regions)'
complete -c meso -n '__meso_at \'config:1:skin_type\'' -a '(__meso_skin_types)'
complete -c meso -n '__meso_at \'config:1:area\'' -a '(__meso_areas)'
complete -c meso -n '__meso_at \'config:1:device\'' -a '(__meso_devices)'
complete -c meso -n '__meso_at \'config:1:accessible\'' -a '(__meso_yes_or_no)'
complete -c meso -n '__meso_at \'config:0:*\'' -a '(__meso_settings)'
complete -c meso -n '__meso_at \'completion:0:*\'' -a '(__meso_one_of_bash_zsh_fish)'
complete -c meso -n '__meso_at \'man:0:*\'' -a '(__meso_commands)'
