"""The words of tales: names from all over the world, countable nouns by kind, other lists."""

from __future__ import annotations

INVENTED_SHARE = 0.1  # of names and `thing`s that no list holds: the model is to copy words, not to know them


def _nouns(source: str) -> tuple[tuple[str, str], ...]:
    """`apple, box, leaf/leaves`: the plural is given where it is not regular."""
    return tuple(_pair(entry.strip()) for entry in source.split(",") if entry.strip())


def _pair(entry: str) -> tuple[str, str]:
    one, slash, many = entry.partition("/")
    if slash:
        return one, many
    if one.endswith(("s", "x", "z", "ch", "sh")):
        return one, f"{one}es"
    if one.endswith("y") and one[-2] not in "aeiou":
        return one, f"{one[:-1]}ies"
    return one, f"{one}s"


def _list(source: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in source.split(",") if entry.strip())


SHE = _list(
    """
    Mia, Anna, Zoe, Amina, Emma, Olivia, Ava, Sophia, Isabella, Charlotte, Amelia, Evelyn, Abigail, Emily, Ella,
    Lily, Grace, Chloe, Nora, Hannah, Ruby, Alice, Lucy, Julia, Sarah, Clara, Rose, Eleanor, Ellie, Nell, Molly,
    Poppy, Daisy, Maisie, Florence, Flora, Harriet, Matilda, Tilly, Beatrice, Bea, Phoebe, Edith, Martha, Ivy,
    Violet, Hazel, Jane, Janet, Judith, Judy, Susan, Sue, Sally, Kate, Katie, Katherine, Elizabeth, Beth, Lizzie,
    Betty, Becky, Rebecca, Rachel, Ruth, Jessica, Jenny, Jennifer, Laura, Linda, Lisa, Mary, Margaret, Maggie,
    Peggy, Megan, Mandy, Nancy, Nina, Paula, Penny, Polly, Samantha, Sandra, Sharon, Sheila, Stella, Tina, Tracy,
    Vanessa, Vicky, Victoria, Wendy, Zara, Brenda, Carol, Caroline, Cathy, Claire, Cynthia, Debbie, Donna, Doris,
    Dorothy, Heather, Helen, Holly, Kelly, Latoya, Keisha, Shanice, Tamika, Imani, Aaliyah, Destiny, Brooklyn,
    Savannah, Madison, Mackenzie, Paige, Scarlett, Aoife, Siobhan, Niamh, Ciara, Orla, Roisin, Maeve, Fiona, Isla,
    Eilidh, Catriona, Morag, Rhiannon, Cerys, Seren, Gwen, Bronwen, Marie, Amélie, Camille, Chantal, Margaux, Manon,
    Océane, Juliette, Élodie, Sylvie, Brigitte, Colette, Odette, Nathalie, Sophie, Simone, Yvette, Adèle, Lucía,
    Sofia, Carmen, Pilar, Dolores, Ximena, Valentina, Camila, Mariana, Catalina, Esperanza, Guadalupe, Lupita, Rosa,
    Rosario, Inés, Paloma, Alma, Elena, Marisol, Itzel, Yaretzi, Xochitl, Fernanda, Beatriz, Joana, Thaís, Luana,
    Bruna, Iracema, Rafaela, Giulia, Chiara, Francesca, Bianca, Alessia, Ginevra, Martina, Serena, Ornella, Lotte,
    Greta, Heidi, Ulrike, Anke, Frieda, Hilde, Ingrid, Astrid, Sigrid, Solveig, Freya, Maja, Linnea, Elin, Saga,
    Ebba, Tuva, Kirsten, Mette, Annika, Aino, Aada, Helmi, Kaisa, Päivi, Saara, Tuuli, Gudrun, Hekla, Katla, Sanne,
    Femke, Anouk, Fleur, Marijke, Agnieszka, Kasia, Zofia, Ewa, Magda, Jadwiga, Hanka, Tereza, Zuzana, Lenka,
    Ludmila, Ilona, Zsófia, Réka, Piroska, Ioana, Mihaela, Ileana, Desislava, Kalina, Yana, Milica, Jelena, Dragana,
    Vesna, Ana, Nevena, Olga, Natasha, Svetlana, Tatiana, Irina, Anastasia, Daria, Polina, Masha, Oksana, Olena,
    Halyna, Kateryna, Yulia, Eleni, Despina, Ioanna, Kalliope, Eirini, Elira, Blerta, Rūta, Ieva, Liga, Kadri, Ayşe,
    Elif, Zeynep, Defne, Fatma, Emine, Esra, Nino, Tamar, Ketevan, Anahit, Lusine, Leyla, Aysel, Nigar, Aigerim,
    Gulnara, Dilnoza, Madina, Shirin, Parisa, Azadeh, Golnaz, Mahsa, Nasrin, Roya, Fatima, Aisha, Layla, Yasmin,
    Salma, Rania, Hala, Dina, Huda, Khadija, Maryam, Zainab, Samira, Nadia, Leila, Lina, Sumaya, Rim, Ghada, Noura,
    Yael, Noa, Tamara, Shira, Maayan, Ayelet, Priya, Ananya, Diya, Aditi, Kavya, Lakshmi, Meera, Nisha, Pooja,
    Radha, Riya, Saanvi, Sunita, Anjali, Deepika, Gauri, Indira, Padma, Sushila, Vidya, Sita, Ayesha, Mehwish, Sana,
    Rabia, Nasreen, Taslima, Shanta, Sharmin, Dilani, Nirmala, Kumari, Tenzin, Pema, Dolma, Mei, Ying, Xiu, Lan,
    Hua, Jing, Fang, Xiaomei, Lihua, Yanyan, Qing, Yuna, Sakura, Hana, Yui, Aiko, Keiko, Naoko, Haruka, Akiko, Emi,
    Kaori, Mariko, Sachiko, Tomoko, Jiwoo, Minji, Soyeon, Hyejin, Eunji, Seoyeon, Linh, Thuy, Huong, Hoa, Trang,
    Ngoc, Somsri, Malee, Ploy, Kanya, Siti, Dewi, Putri, Ayu, Wulan, Intan, Nurul, Aminah, Liwayway, Maricel, Tala,
    Luningning, Thandiwe, Nomvula, Zanele, Lerato, Naledi, Sibongile, Ayanda, Precious, Chipo, Rudo, Tendai, Chanda,
    Mutinta, Wanjiru, Wambui, Akinyi, Atieno, Njeri, Zuri, Neema, Rehema, Mwanaisha, Halima, Asha, Zawadi, Hodan,
    Ifrah, Makeda, Selam, Tigist, Hirut, Adwoa, Akosua, Ama, Abena, Efua, Esi, Ngozi, Chioma, Adaeze, Ifeoma,
    Nkechi, Folake, Yetunde, Titilayo, Bukola, Funmi, Aminata, Fatou, Awa, Mariama, Binta, Coumba, Ndeye, Oumou,
    Fanta, Leilani, Kalani, Moana, Mahina, Sina, Aroha, Ngaire, Mere, Talia, Kirra, Aiyana, Nayeli, Sacnite, Wayra,
    Killa, Mrs Tanaka, Mrs Novak, Mrs Banerjee, Mrs Delgado, Mrs Okafor, Ms Lindqvist, Ms Haddad, Ms Ferreira, Dr
    Ito, Ms Kowalska, Miss Pham, Mrs Achterberg, Auntie Abla, Grandma Ines, Aunt Wilma
    """
)
HE = _list(
    """
    Tom, Omar, Liam, Kofi, Noah, Oliver, James, William, Henry, Benjamin, Ben, Lucas, Jack, Daniel, Dan, Danny,
    Michael, Mike, Mason, Ethan, Logan, Jacob, Jake, Joseph, Joe, Samuel, Sebastian, David, Dave, Carter, Owen,
    Wyatt, John, Johnny, Luke, Isaac, Gabriel, Anthony, Tony, Dylan, Leo, Joshua, Josh, Andrew, Andy, Thomas,
    Charles, Charlie, Christopher, Chris, Ezra, Caleb, Nathan, Ryan, Adrian, Aaron, Eli, Ian, Colin, Connor,
    Cameron, Adam, Alan, Albert, Alfie, Archie, Arthur, Barry, Bernard, Brian, Bruce, Callum, Carl, Clive, Craig,
    Dennis, Derek, Douglas, Duncan, Eddie, Edward, Eric, Ernest, Felix, Finley, Frank, Fred, Freddie, Gareth, Gary,
    Geoffrey, George, Gerald, Gilbert, Gordon, Graham, Greg, Harold, Harry, Harvey, Howard, Hugh, Hugo, Jason,
    Jasper, Jeff, Jeremy, Jim, Jimmy, Jonathan, Keith, Ken, Kenneth, Kevin, Kyle, Larry, Lewis, Malcolm, Martin,
    Matthew, Max, Neil, Nigel, Norman, Oscar, Patrick, Paul, Percy, Peter, Phil, Philip, Quentin, Ralph, Raymond,
    Richard, Robert, Rob, Roger, Ron, Roy, Rupert, Russell, Scott, Simon, Stanley, Stephen, Steve, Stuart, Ted,
    Terry, Theo, Tim, Timothy, Toby, Todd, Trevor, Vincent, Walter, Warren, Zachary, Zack, Darnell, Jamal, Tyrone,
    Malik, DeShawn, Marquis, Terrell, Seamus, Cormac, Declan, Eoin, Fergus, Padraig, Cian, Oisin, Angus, Hamish,
    Euan, Lachlan, Rhys, Dafydd, Ieuan, Emrys, Pierre, Luc, Mathieu, Étienne, Guillaume, Baptiste, Thibault,
    Antoine, Marcel, Henri, Gaston, Rémi, Loïc, Pascal, Olivier, Bastien, José, Juan, Carlos, Diego, Mateo,
    Santiago, Javier, Pablo, Pedro, Miguel, Luis, Jorge, Andrés, Emilio, Ernesto, Esteban, Felipe, Fernando,
    Gonzalo, Ignacio, Joaquín, Manuel, Marcos, Nicolás, Pancho, Paco, Rafael, Ramón, Ricardo, Rodrigo, Sergio,
    Tomás, Xavier, João, Tiago, Thiago, Vasco, Duarte, Caio, Otávio, Raimundo, Marco, Luca, Matteo, Giovanni,
    Giuseppe, Lorenzo, Enzo, Davide, Dario, Fabio, Pietro, Salvatore, Stefano, Vittorio, Jonas, Finn, Lukas, Jürgen,
    Klaus, Wolfgang, Dieter, Fritz, Karl, Otto, Emil, Moritz, Anton, Jannik, Lars, Sven, Erik, Bjorn, Nils, Gustav,
    Axel, Anders, Magnus, Henrik, Rasmus, Kjell, Odin, Leif, Torsten, Mikkel, Eero, Juhani, Mikko, Onni, Antti,
    Väinö, Sigurd, Einar, Gunnar, Daan, Bram, Sjoerd, Jelle, Willem, Pieter, Piotr, Jakub, Wojciech, Krzysztof,
    Kacper, Zbigniew, Pavel, Ondrej, Tomasz, Vaclav, Jiri, Milan, Bence, Gergely, Laszlo, Zoltan, Attila, Andrei,
    Ionut, Mircea, Radu, Georgi, Ivaylo, Plamen, Dragan, Goran, Luka, Nikola, Marko, Zoran, Ivan, Dmitri, Sergei,
    Nikolai, Vladimir, Boris, Igor, Oleg, Mikhail, Misha, Alexei, Taras, Bohdan, Mykola, Andriy, Giorgos, Kostas,
    Dimitris, Yannis, Stavros, Spiros, Arben, Dritan, Mindaugas, Kaspars, Priit, Mehmet, Mustafa, Emre, Burak,
    Kerem, Yusuf, Giorgi, Levan, Zurab, Tigran, Hayk, Vahan, Elchin, Rashad, Nursultan, Yerlan, Timur, Bakhtiyar,
    Farid, Rustam, Reza, Hossein, Kaveh, Babak, Navid, Dariush, Ahmed, Ali, Hassan, Hussein, Ibrahim, Ismail, Karim,
    Khaled, Mahmoud, Mohammed, Mustapha, Nabil, Rashid, Samir, Tariq, Walid, Yasin, Youssef, Zaid, Bilal, Hamza,
    Idris, Jamil, Anwar, Faisal, Eitan, Avi, Itai, Yonatan, Arjun, Aarav, Rohan, Rahul, Raj, Ravi, Sanjay, Vikram,
    Vijay, Amit, Anil, Ashok, Deepak, Dev, Ganesh, Gopal, Harish, Karthik, Manoj, Mohan, Naveen, Nikhil, Pranav,
    Rakesh, Suresh, Vivek, Imran, Asif, Bilawal, Usman, Zahid, Rafiq, Shakib, Tanvir, Chaminda, Nuwan, Ruwan,
    Bishnu, Prakash, Dorji, Karma, Wei, Jun, Ming, Hao, Chen, Qiang, Bo, Jianguo, Zhiwei, Xiaolong, Yifan, Haruto,
    Ren, Sota, Kenji, Hiroshi, Takeshi, Taro, Ichiro, Daiki, Kazuki, Naoki, Shinji, Yusuke, Minjun, Jiho, Dohyun,
    Sungmin, Hyunwoo, Joonho, Duc, Minh, Tuan, Quang, Thanh, Huy, Somchai, Niran, Anan, Chai, Budi, Agus, Bambang,
    Slamet, Wayan, Ketut, Joko, Hafiz, Azlan, Jomar, Crisanto, Datu, Sipho, Thabo, Themba, Bongani, Lwazi, Mandla,
    Sizwe, Farai, Tawanda, Tapiwa, Kondwani, Chikondi, Kamau, Mwangi, Otieno, Ochieng, Kipchoge, Juma, Baraka,
    Hamisi, Jabari, Simba, Abdi, Guled, Abebe, Dawit, Tesfaye, Bekele, Kwame, Kwabena, Kojo, Yaw, Kwesi, Emeka,
    Chidi, Chukwudi, Obinna, Ikenna, Femi, Tunde, Segun, Babatunde, Kunle, Musa, Sani, Mamadou, Ousmane, Moussa,
    Amadou, Cheikh, Modou, Lamine, Sekou, Boubacar, Koffi, Didier, Kai, Keanu, Makoa, Tane, Wiremu, Rangi, Sione,
    Tevita, Manaia, Jarrah, Koa, Takoda, Inti, Amaru, Cuauhtémoc, Mr Osei, Mr Brandt, Mr Yilmaz, Mr Castellano, Mr
    Rahman, Mr O'Leary, Mr Dubois, Mr Nakamura, Mr Petrov, Mr van Dijk, Dr Kaya, Dr Svensson, Coach Rivera, Coach
    Adeyemi, Uncle Ravi, Uncle Bertie, Grandpa Joe
    """
)
# (one, many) by kind
NOUNS: dict[str, tuple[tuple[str, str], ...]] = {
    "fruit": _nouns(
        """
        apple, plum, cherry, peach, pear, orange, lemon, lime, banana, mango/mangoes, kiwi, fig, date, grape, melon,
        watermelon, pineapple, papaya, guava, lychee, apricot, nectarine, tangerine, mandarin, clementine, satsuma,
        grapefruit, pomelo, kumquat, persimmon, pomegranate, quince, strawberry, raspberry, blackberry, blueberry,
        cranberry, gooseberry, currant, blackcurrant, mulberry, elderberry, boysenberry, loganberry, cloudberry,
        lingonberry, coconut, avocado, olive, passion fruit/passion fruits, dragon fruit/dragon fruits, star
        fruit/star fruits, jackfruit, breadfruit, durian, rambutan, longan, mangosteen, tamarillo, tamarind, loquat,
        medlar, damson, greengage, mirabelle, sour cherry, blood orange, cantaloupe, honeydew melon, galia melon,
        plantain, prickly pear, cherimoya, soursop, sapodilla, feijoa, jujube, kiwano, tayberry, huckleberry,
        rosehip, crab apple, red apple, green apple, ripe pear, white peach, physalis fruit, salak, langsat, santol,
        yuzu, citron, bergamot, calamansi, acerola, açaí berry, goji berry, juniper berry, sloe, pepino, naranjilla,
        wild strawberry
        """
    ),
    "vegetable": _nouns(
        """
        carrot, onion, potato/potatoes, tomato/tomatoes, cucumber, courgette, zucchini, pumpkin, squash, aubergine,
        eggplant, pepper, chilli/chillies, radish, turnip, beetroot, parsnip, leek, cabbage, cauliflower, lettuce,
        artichoke, asparagus spear, bean, pea, lentil, chickpea, sweet potato/sweet potatoes, yam, cassava root,
        ginger root, shallot, spring onion, red onion, garlic bulb, clove of garlic/cloves of garlic, mushroom,
        chanterelle, truffle, corn cob, ear of corn/ears of corn, broccoli floret, head of broccoli/heads of
        broccoli, stalk of celery/stalks of celery, celery stick, Brussels sprout, kohlrabi, swede, rutabaga,
        daikon, okra pod, pea pod, marrow, gherkin, pickle, jalapeño, red pepper, green pepper, yellow pepper, bell
        pepper, cherry tomato/cherry tomatoes, plum tomato/plum tomatoes, beef tomato/beef tomatoes, butternut
        squash, fennel bulb, chard leaf/chard leaves, bunch of spinach/bunches of spinach, bunch of radishes/bunches
        of radishes, bunch of kale/bunches of kale, head of lettuce/heads of lettuce, taro root, jicama, chayote,
        bitter gourd, bottle gourd, gourd, snow pea, runner bean, broad bean, green bean, bok choy/bok choys, red
        cabbage, Savoy cabbage, Jerusalem artichoke, black radish, salsify root, celeriac, edamame pod, shiitake
        mushroom, porcini mushroom, pickled onion, new potato/new potatoes, baking potato/baking potatoes, stalk of
        rhubarb/stalks of rhubarb, endive, scallion
        """
    ),
    "flower": _nouns(
        """
        rose, tulip, daisy, lily, sunflower, daffodil, orchid, violet, pansy, poppy, carnation, chrysanthemum,
        dahlia, peony, iris, crocus, hyacinth, snowdrop, bluebell, buttercup, dandelion, marigold, geranium,
        petunia, begonia, lavender sprig, sprig of heather/sprigs of heather, foxglove, lupin, primrose, cowslip,
        forget-me-not, cornflower, thistle, hibiscus, jasmine blossom, magnolia, camellia, azalea, rhododendron,
        hydrangea, gardenia, freesia, gladiolus/gladioli, anemone, zinnia, cosmos flower, aster, gerbera, lotus,
        water lily, amaryllis, narcissus/narcissi, edelweiss flower, gentian, hollyhock, delphinium, snapdragon,
        sweet pea, morning glory, nasturtium, wallflower, bird of paradise/birds of paradise, protea, frangipani
        flower, bougainvillea, fuchsia, lilac, honeysuckle, clematis, wisteria, campanula, bellflower, oxeye daisy,
        coneflower, black-eyed Susan, ranunculus, alstroemeria, red rose, white rose, yellow tulip, tiger lily,
        calla lily, clover blossom, cherry blossom, passionflower, cyclamen, African violet, moth orchid, larkspur,
        columbine, yarrow, tansy, harebell, celandine, speedwell, waratah, kangaroo paw
        """
    ),
    "tree": _nouns(
        """
        oak, pine, birch, maple, elm, ash tree, beech, willow, poplar, aspen, alder, hazel tree, chestnut tree,
        walnut tree, lime tree, linden, spruce, fir, larch, cedar, cypress, juniper, yew, redwood, sequoia, hemlock
        tree, sycamore, plane tree, rowan, hawthorn, blackthorn, holly tree, magnolia tree, cherry tree, apple tree,
        pear tree, plum tree, peach tree, apricot tree, almond tree, olive tree, fig tree, orange tree, lemon tree,
        mango tree, avocado tree, banana palm, palm tree, date palm, coconut palm, baobab, acacia, mahogany tree,
        teak tree, ebony tree, rubber tree, jacaranda, banyan, ginkgo, monkey puzzle tree, cork oak, holm oak,
        silver birch, weeping willow, white poplar, black locust, catalpa, tulip tree, mulberry tree, cocoa tree,
        coffee tree, tea bush, hornbeam, field maple, sugar maple, Douglas fir, silver fir, Scots pine, stone pine,
        kauri, tamarack, mesquite tree, cottonwood, hickory, pecan tree, persimmon tree, quince tree, medlar tree,
        lychee tree, carob tree, elder bush, lilac bush, rose bush, blueberry bush, gooseberry bush, sapling,
        seedling, bamboo cane, tamarisk
        """
    ),
    "animal": _nouns(
        """
        cow, sheep/sheep, rabbit, horse, goat, pig, donkey, mule, pony, foal, calf/calves, lamb, piglet, kid goat,
        bull, ox/oxen, ram, ewe, hen, rooster, chick, goose/geese, gosling, duckling, turkey, guinea pig, hamster,
        gerbil, mouse/mice, rat, cat, kitten, dog, puppy, ferret, chinchilla, goldfish/goldfish, tortoise, terrapin,
        turtle, parrot, budgie, canary, llama, alpaca, camel, yak, water buffalo/water buffalo, reindeer/reindeer,
        ostrich, emu, bee colony/bee colonies, sheepdog, guard dog, poodle, spaniel, beagle, dachshund, terrier,
        labrador, dalmatian, tabby cat, Siamese cat, farm cat, dairy cow, milk cow, brown hen, black sheep/black
        sheep, spotted pig, carthorse, mare, stallion, filly, colt, heifer, bullock, billy goat, nanny goat, pet
        lizard, gecko, stick insect, hedgehog, rescue dog, working dog, racing pigeon, bantam, guinea fowl/guinea
        fowl, quail, peacock, white mouse/white mice, pet snail, dwarf rabbit, Shetland pony, mountain goat, merino
        sheep/merino sheep, zebu, dromedary, degu, cockerel
        """
    ),
    "wild": _nouns(
        """
        lion, zebra, elephant, tiger, leopard, cheetah, jaguar, puma, lynx, bobcat, wildcat, wolf/wolves, fox,
        jackal, hyena, coyote, dingo, bear, brown bear, polar bear, panda, red panda, koala, kangaroo, wallaby,
        wombat, platypus, echidna, opossum, monkey, baboon, gorilla, chimpanzee, orangutan, gibbon, lemur, sloth,
        anteater, armadillo, tapir, capybara, rhinoceros, rhino, hippo, giraffe, okapi, antelope, gazelle, impala,
        wildebeest/wildebeest, kudu, eland, deer/deer, moose/moose, elk/elk, bison/bison, buffalo/buffalo, ibex,
        chamois/chamois, wild boar, warthog, hare, squirrel, chipmunk, marmot, beaver, otter, badger, weasel, stoat,
        marten, mink, wolverine, skunk, raccoon, coati, meerkat, mongoose/mongooses, aardvark, pangolin, porcupine,
        mole, shrew, bat, vole, dormouse/dormice, seal, walrus, sea lion, dolphin, porpoise, whale, narwhal, orca,
        manatee, crocodile, alligator, caiman, iguana, chameleon, komodo dragon, lizard, snake, python, frog, toad,
        newt, salamander, axolotl, sea turtle, bush baby, quokka, numbat, fennec, kinkajou, vicuña, guanaco,
        tarsier, serval, ocelot, caracal
        """
    ),
    "bird": _nouns(
        """
        duck, sparrow, pigeon, robin, blackbird, thrush, starling, swallow, swift, martin, wren, finch, goldfinch,
        chaffinch, bullfinch, greenfinch, lark, nightingale, crow, raven, rook, magpie, jay, jackdaw, dove, cuckoo,
        woodpecker, kingfisher, owl, barn owl, snowy owl, eagle, hawk, falcon, kestrel, buzzard, osprey, kite,
        vulture, condor, heron, stork, crane, egret, ibis, flamingo/flamingos, pelican, cormorant, gannet, gull,
        seagull, tern, puffin, auk, albatross, petrel, penguin, swan, goose/geese, mallard, teal, grebe, coot,
        moorhen, lapwing, plover, sandpiper, curlew, snipe, oystercatcher, avocet, spoonbill, pheasant, partridge,
        quail, grouse/grouse, peacock, turkey, ostrich, emu, rhea, cassowary, kiwi, parrot, parakeet, macaw,
        cockatoo, lorikeet, budgerigar, canary, toucan, hornbill, hoopoe, bee-eater, hummingbird, sunbird, oriole,
        waxwing, nuthatch, treecreeper, wagtail, dipper, warbler, weaver bird, kookaburra, lyrebird, quetzal,
        roadrunner, mockingbird, cardinal, bluebird, chickadee, sandgrouse/sandgrouse, cygnet, nestling, fledgling
        """
    ),
    "insect": _nouns(
        """
        ant, beetle, butterfly, bee, bumblebee, honeybee, wasp, hornet, fly, fruit fly, mosquito/mosquitoes, gnat,
        midge, moth, caterpillar, dragonfly, damselfly, grasshopper, cricket, locust, mantis, ladybird, ladybug,
        firefly, glow-worm, earwig, cockroach, termite, aphid, cicada, weevil, stag beetle, dung beetle, ground
        beetle, water beetle, rhinoceros beetle, leafhopper, lacewing, mayfly, caddis fly, crane fly, hoverfly,
        horsefly, stick insect, leaf insect, silkworm, silk moth, hawk moth, monarch butterfly, swallowtail, peacock
        butterfly, red admiral, brimstone butterfly, painted lady/painted ladies, water strider, pond skater,
        backswimmer, flea, louse/lice, silverfish/silverfish, springtail, katydid, carpenter bee, mason bee,
        leafcutter ant, wood ant, fire ant, worker ant, queen bee, sawfly, larva/larvae, pupa/pupae, grub, maggot,
        woodlouse/woodlice, centipede, millipede, spider, tarantula, snail, slug, earthworm, chrysalis, cocoon,
        atlas moth, scarab, cockchafer, shield bug, bark beetle, lacebug, thrips/thrips, jumping spider, garden
        spider, burnet moth, tiger beetle
        """
    ),
    "sweet": _nouns(
        """
        cookie, toffee, muffin, candy, lollipop, chocolate, chocolate bar, caramel, fudge square, gumdrop, jelly
        bean, gummy bear, peppermint, mint, marshmallow, praline, truffle, bonbon, nougat bar, liquorice stick,
        candy cane, sherbet lemon, sugar mouse/sugar mice, cupcake, brownie, doughnut, eclair, macaroon, macaron,
        meringue, biscuit, wafer, shortbread finger, gingerbread man/gingerbread men, oatcake, flapjack, cinnamon
        roll, croissant, Danish pastry, pastry, tartlet, jam tart, cream puff, profiterole, waffle, pancake, crepe,
        churro/churros, baklava square, piece of halva/pieces of halva, piece of fudge/pieces of fudge, Turkish
        delight/Turkish delights, ice cream, ice lolly, sundae, sorbet, popcorn ball, toffee apple, candied almond,
        sugared almond, honey cake, lebkuchen, amaretti biscuit, biscotto/biscotti, cannolo/cannoli, madeleine,
        financier, stroopwafel, alfajor/alfajores, brigadeiro/brigadeiros, laddu/laddus, barfi square, jalebi, gulab
        jamun, mochi/mochi, dango, mooncake, pineapple tart, egg custard tart, fortune cookie, rice cracker, sesame
        snap, granola bar, chocolate coin, chocolate egg, mint drop, fruit gum, wine gum, butterscotch, humbug,
        gobstopper, rock candy stick, sweet, chewy sweet, lemon drop, whoopie pie, scone, teacake, rusk
        """
    ),
    "dish": _nouns(
        """
        sandwich, dumpling, pizza, burger, hot dog, taco, burrito, quesadilla, enchilada, empanada, tamale,
        tortilla, wrap, kebab, falafel, pitta, samosa, pakora, naan, chapati, paratha, dosa, idli, vada, spring
        roll, sushi roll, rice ball, onigiri/onigiri, gyoza/gyoza, wonton, bao bun, noodle bowl, ramen bowl,
        omelette, pancake, waffle, crepe, quiche, pie, pasty, sausage, sausage roll, meatball, veggie burger, fish
        finger, fishcake, fish pie, lasagne tray, baked potato/baked potatoes, jacket potato/jacket potatoes, salad,
        soup, stew, curry, casserole, risotto, paella, pasta bake, cheese toastie, bagel, baguette, bread roll,
        pretzel, croissant, loaf/loaves, loaf of bread/loaves of bread, bun, pierogi/pierogi, blini/blini, borek,
        gözleme/gözlemes, arepa, pupusa, roti, injera, mezze plate, tapas plate, cheese board, fruit salad, potato
        cake, rösti/röstis, schnitzel, stuffed pepper, spinach pie, corn fritter, croquette, arancino/arancini,
        calzone, panini/paninis, club sandwich, cheese roll, egg roll, boiled egg, poached egg, momo, jollof plate,
        suya skewer, satay stick, tempura prawn, crumpet, vol-au-vent, knish, latke
        """
    ),
    "toy": _nouns(
        """
        doll, kite, marble, teddy bear, ball, yo-yo/yo-yos, spinning top, toy car, toy truck, toy train, toy boat,
        toy plane, toy robot, toy dinosaur, toy drum, toy phone, building block, wooden block, jigsaw puzzle,
        puzzle, board game, card game, puppet, hand puppet, finger puppet, marionette, rag doll, stuffed rabbit,
        stuffed animal, plush penguin, rocking horse, hobby horse, skipping rope, jump rope, hoop, bouncy ball,
        beach ball, balloon, bubble wand, water wheel, clockwork car, whistle, rattle, kaleidoscope, magic wand, toy
        castle, doll's house/dolls' houses, toy kitchen, toy crane, toy tractor, fire engine, pull-along duck,
        rubber duck, bath toy, sand bucket, spade, sand mould, model plane, model ship, model car, model railway,
        train carriage, robot kit, chemistry set, magnet set, playing piece, pinwheel, paper plane, boomerang,
        flying disc, pogo stick, scooter, tricycle, balance bike, swing, seesaw, slide, sandpit, tent, tunnel, mask,
        cape, crown, costume, sticker book, colouring book, slime pot, modelling clay stick, stacking ring, stacking
        cup, shape sorter, abacus, wind-up mouse/wind-up mice, music box, nesting doll, matryoshka,
        diabolo/diabolos, juggling ball, beanbag, action figure, superhero figure, dinosaur egg, snow globe, fidget
        spinner, tiddlywink
        """
    ),
    "collectable": _nouns(
        """
        stamp, coin, sticker, trading card, football card, postcard, badge, pin, medal, fossil, ammonite, crystal,
        gemstone, mineral, pebble, seashell, conch/conches, feather, pressed flower, pine cone, acorn, butterfly
        print, bottle top, bottle cap, matchbox, poster, autograph, signed photo, old photograph, banknote, token,
        button, thimble, teaspoon, souvenir spoon, fridge magnet, keyring, key chain, snow globe, figurine,
        porcelain cat, china cup, teapot, vase, vinyl record, cassette, comic book, first edition, magazine, map,
        old map, globe, model train, model car, model ship, doll, puppet, marble, pog, bookmark, coaster, ticket
        stub, concert ticket, programme, pennant, flag, patch, scarf/scarves, jersey, signed ball, cap, pocket
        watch, clock, compass, lantern, quill, fountain pen, ink bottle, wax seal, letter opener, typewriter,
        camera, radio, telephone, license plate, road sign, hubcap, horseshoe, trilobite, meteorite, geode, shark
        tooth/shark teeth, amber piece, agate, quartz crystal, sand dollar, starfish/starfish, urchin shell,
        postmark, phone card, miniature, chess set, medallion, netsuke/netsuke, matryoshka
        """
    ),
    "stationery": _nouns(
        """
        pencil, eraser, notebook, pen, ballpoint pen, fountain pen, gel pen, felt-tip pen, marker, highlighter,
        crayon, coloured pencil, chalk stick, piece of chalk/pieces of chalk, ruler, set square, protractor, pair of
        compasses/pairs of compasses, sharpener, pencil sharpener, pencil case, stapler, staple, paper clip, drawing
        pin, thumbtack, pushpin, binder, ring binder, folder, file, clipboard, hole punch, sheet of paper/sheets of
        paper, sheet of card/sheets of card, exercise book, workbook, textbook, diary, calendar, planner,
        sketchbook, notepad, sticky note, index card, flash card, envelope, letter, postcard, greeting card,
        birthday card, stamp, ink pad, rubber stamp, ink cartridge, bottle of ink/bottles of ink, glue stick, bottle
        of glue/bottles of glue, roll of tape/rolls of tape, tape dispenser, rubber band, pair of scissors/pairs of
        scissors, paintbrush, paint pot, watercolour box, palette, easel, canvas, stencil, whiteboard, blackboard,
        bulletin board, desk organiser, letter tray, bookmark, label, divider, poster, worksheet, test paper, form,
        report card, calculator, magnifying glass, globe, quill, nib, pastel, charcoal stick, correction pen,
        bulldog clip, treasury tag, graph pad, carbon sheet, sealing stick, memo block, blotter, squared notebook
        """
    ),
    "tool": _nouns(
        """
        hammer, saw, drill, screwdriver, spanner, wrench, pair of pliers/pairs of pliers, chisel, file, rasp, plane,
        spirit level, tape measure, ladder, stepladder, clamp, vice, mallet, axe, hatchet, pickaxe, crowbar, shovel,
        spade, rake, pitchfork, trowel, wheelbarrow, watering can, hose, sprinkler, pair of shears/pairs of shears,
        lawnmower, hedge trimmer, leaf blower, paint roller, paintbrush, bucket, sponge, broom, mop, dustpan, brush,
        scraper, sander, jigsaw, circular saw, hacksaw, handsaw, fretsaw, lathe, workbench, toolbox, torch,
        headlamp, pulley, jack, socket set, Allen key, hex key, staple gun, glue gun, soldering iron, voltmeter,
        caliper, compass, plumb line, chalk line, punch, awl, bradawl, tin opener, wire stripper, bolt cutter, pipe
        wrench, pipe cutter, plunger, utility knife/utility knives, putty knife/putty knives, sickle, scythe,
        dibber, garden fork, secateur, pruning saw, sledgehammer, anvil, bellows/bellows, tongs set, whetstone,
        grinder, heat gun, drill bit, saw blade, screwdriver set, sewing machine, needle, tuning fork, stethoscope,
        theodolite, micrometer, adze, spokeshave, billhook
        """
    ),
    "clothing": _nouns(
        """
        shirt, scarf/scarves, sock, T-shirt, blouse, jumper, sweater, cardigan, hoodie, jacket, coat, raincoat,
        anorak, parka, cloak, cape, poncho/ponchos, vest, waistcoat, tunic, dress, skirt, kilt, sari,
        kimono/kimonos, sarong, kaftan, dashiki, pair of trousers/pairs of trousers, pair of jeans/pairs of jeans,
        pair of shorts/pairs of shorts, pair of leggings/pairs of leggings, pair of tights/pairs of tights, pair of
        pyjamas/pairs of pyjamas, pair of gloves/pairs of gloves, pair of mittens/pairs of mittens, pair of
        socks/pairs of socks, pair of shoes/pairs of shoes, pair of boots/pairs of boots, glove, mitten, hat, cap,
        beanie, beret, bonnet, bowler hat, top hat, straw hat, sun hat, woolly hat, sombrero/sombreros, fez/fezzes,
        helmet, headband, bandana, shawl, tie, bow tie, belt, sash, pair of braces/pairs of braces, apron, overall,
        boiler suit, tracksuit, swimsuit, wetsuit, bathrobe, dressing gown, nightgown, suit, blazer, dinner jacket,
        fleece, polo shirt, jersey, tank top, crop top, pullover, turtleneck, boot, shoe, sandal, slipper, trainer,
        sneaker, clog, moccasin, flip-flop, wellington boot, ballet shoe, football boot, snow boot, handkerchief,
        earmuff, leg warmer, lab coat, costume, gown, petticoat, cummerbund, balaclava, dungaree set, romper, bib
        """
    ),
    "furniture": _nouns(
        """
        chair, table, shelf/shelves, desk, bed, sofa, couch, armchair, stool, bar stool, bench, bookcase,
        bookshelf/bookshelves, wardrobe, cupboard, cabinet, filing cabinet, drawer, chest of drawers/chests of
        drawers, dresser, sideboard, bedside table, nightstand, coffee table, dining table, dining chair, side
        table, dressing table, mirror, lamp, floor lamp, desk lamp, chandelier, rug, carpet, curtain, cushion,
        mattress, bunk bed, cot, cradle, high chair, rocking chair, deckchair, folding chair, folding table, garden
        chair, garden table, swivel chair, office chair, recliner, footstool, ottoman, pouffe, beanbag, futon,
        divan, hammock, day bed, sofa bed, coat rack, coat stand, hat stand, shoe rack, plate rack, magazine rack,
        towel rail, screen, room divider, picture frame, clock, grandfather clock, music stand, piano stool, school
        desk, workbench, lectern, display case, glass cabinet, locker, trunk, blanket box, toy box, kitchen stool,
        picnic table, park bench, sun lounger, changing table, washstand, hall stand, bureau/bureaus, secretaire,
        chaise longue/chaises longues, settee, tallboy, credenza, tatami mat, whatnot
        """
    ),
    "vehicle": _nouns(
        """
        car, bus, tram, train, van, lorry, truck, taxi, minibus, coach, bicycle, bike, tricycle, motorbike, moped,
        scooter, electric car, sports car, estate car, hatchback, limousine, pickup truck, delivery van, tractor,
        combine harvester, bulldozer, digger, excavator, crane, forklift, dump truck, cement mixer, tanker, trailer,
        caravan, camper van, motorhome, ambulance, fire engine, police car, rubbish truck, street sweeper,
        snowplough, gritter, tow truck, transporter, go-kart, quad bike, golf cart, rickshaw, tuk-tuk, carriage,
        horse cart, wagon, sleigh, sledge, snowmobile, cable car, gondola, trolleybus, metro train, freight train,
        steam train, locomotive, railcar, plane, aeroplane, jet, glider, helicopter, hot-air balloon, airship,
        drone, seaplane, rocket, spaceship, satellite, boat, rowing boat, sailing boat, motorboat, speedboat, canoe,
        kayak, raft, dinghy, yacht, catamaran, ferry, barge, tugboat, ship, cargo ship, cruise ship, submarine,
        hovercraft/hovercraft, houseboat, lifeboat, pedalo/pedalos, dhow, felucca, tandem, cargo bike, handcart,
        road roller, monorail, funicular, hydrofoil, velomobile, sidecar, pram
        """
    ),
    "container": _nouns(
        """
        box, jar, crate, basket, bag, sack, bucket, bowl, bottle, can, tin, carton, packet, pack, pouch, barrel,
        tub, tube, tray, pot, jug, pitcher, flask, vase, chest, trunk, case, suitcase, backpack, rucksack, handbag,
        satchel, shopping bag, paper bag, tote bag, gift box, shoebox, cardboard box, wooden crate, plastic box,
        lunch box, toolbox, jewellery box, matchbox, egg carton, egg box, biscuit tin, cake tin, cookie jar, jam
        jar, glass jar, honey jar, milk bottle, water bottle, juice carton, drawer, bin, wastebasket, laundry
        basket, picnic basket, hamper, wicker basket, punnet, pallet, container, tank, fish tank, barrow, cart,
        trolley, shopping trolley, folder, envelope, wallet, purse, tin can, drum, keg, cask, vat, urn, canister,
        cool box, vial, test tube, beaker, ampoule, capsule, pencil case, locker, safe, bale, bundle, parcel,
        package, pail, churn, demijohn, carafe, amphora/amphorae, coffer, creel, trug, pannier
        """
    ),
    "kitchenware": _nouns(
        """
        plate, cup, fork, knife/knives, spoon, teaspoon, tablespoon, ladle, spatula, whisk, wooden spoon, bowl, mug,
        glass, saucer, dish, tray, pan, frying pan, saucepan, pot, pressure cooker, wok, casserole dish, baking
        tray, cake tin, muffin tin, pie dish, rolling pin, cookie cutter, sieve, colander, grater, peeler, potato
        masher, garlic press, can opener, bottle opener, corkscrew, chopping board, bread board, bread bin, butter
        dish, sugar bowl, salt shaker, salt cellar, pepper mill, egg cup, egg timer, kitchen scale, measuring cup,
        measuring jug, measuring spoon, mixing bowl, salad bowl, soup bowl, dinner plate, side plate, dessert plate,
        cake stand, cake fork, serving spoon, teapot, coffee pot, kettle, toaster, blender, mixer, jug, carafe, wine
        glass, tumbler, beaker, napkin, napkin ring, tablecloth, place mat, coaster, tea towel, oven glove, apron,
        tea strainer, funnel, mortar, pestle, skewer, chopstick, pair of chopsticks/pairs of chopsticks, steak
        knife/steak knives, bread knife/bread knives, paring knife/paring knives, pizza cutter, ice cream scoop,
        lemon squeezer, nutcracker, cheese grater, pastry brush, ramekin, tagine, steamer, fondue pot, samovar,
        spice jar, lunch box, straw, jar lid, ice cube tray, trivet, cruet, mandoline, tureen
        """
    ),
    "instrument": _nouns(
        """
        guitar, flute, drum
        """
    ),
    "book": _nouns(
        """
        novel, comic, atlas
        """
    ),
    "jewel": _nouns(
        """
        bead, ring, bracelet
        """
    ),
    "gear": _nouns(
        """
        ball, racket, skateboard
        """
    ),
    "device": _nouns(
        """
        phone, tablet, camera
        """
    ),
    "part": _nouns(
        """
        screw, brick, tile
        """
    ),
    "craft": _nouns(
        """
        candle, paper crane, lantern
        """
    ),
    "person": _nouns(
        """
        pupil, guest, child/children
        """
    ),
    "worker": _nouns(
        """
        baker, farmer, nurse
        """
    ),
    "thing": _nouns(
        """
        key, ticket, shell
        """
    ),
}
# words without plural; places and events are named with "the" before them
LISTS: dict[str, tuple[str, ...]] = {
    "city": _list(
        """
        Lima, Oslo, Nairobi
        """
    ),
    "country": _list(
        """
        Kenya, Peru, Norway
        """
    ),
    "place": _list(
        """
        park, library, market
        """
    ),
    "shop": _list(
        """
        bakery, bookshop, kiosk
        """
    ),
    "event": _list(
        """
        fair, concert, picnic
        """
    ),
    "subject": _list(
        """
        maths, biology, art
        """
    ),
    "sport": _list(
        """
        football, chess, tennis
        """
    ),
    "colour": _list(
        """
        red, blue, green
        """
    ),
    "day": _list(
        """
        Monday, Friday, Sunday
        """
    ),
    "month": _list(
        """
        March, July, October
        """
    ),
    "liquid": _list(
        """
        milk, juice, water
        """
    ),
    "powder": _list(
        """
        flour, rice, sugar
        """
    ),
    "material": _list(
        """
        rope, ribbon, wire
        """
    ),
    "adjective": _list(
        """
        old, tiny, shiny
        """
    ),
}
