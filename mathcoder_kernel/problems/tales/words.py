"""The words of tales: names from all over the world, countable nouns by kind, other lists."""

from __future__ import annotations

INVENTED_SHARE = 0.1  # of names and `thing`s that no list holds: the model is to copy words, not to know them


def _nouns(source: str) -> tuple[tuple[str, str], ...]:
    """`apple, box, leaf/leaves`: the plural is given where it is not regular."""
    return tuple(_pair(entry) for entry in _list(source))


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
    Eilidh, Catriona, Morag, Rhiannon, Cerys, Seren, Gwen, Bronwen, Marie, Amelie, Camille, Chantal, Margaux, Manon,
    Oceane, Juliette, Elodie, Sylvie, Brigitte, Colette, Odette, Nathalie, Sophie, Simone, Yvette, Adele, Lucía,
    Sofia, Carmen, Pilar, Dolores, Ximena, Valentina, Camila, Mariana, Catalina, Esperanza, Guadalupe, Lupita, Rosa,
    Rosario, Inés, Paloma, Alma, Elena, Marisol, Itzel, Yaretzi, Xochitl, Fernanda, Beatriz, Joana, Thais, Luana,
    Bruna, Iracema, Rafaela, Giulia, Chiara, Francesca, Bianca, Alessia, Ginevra, Martina, Serena, Ornella, Lotte,
    Greta, Heidi, Ulrike, Anke, Frieda, Hilde, Ingrid, Astrid, Sigrid, Solveig, Freya, Maja, Linnea, Elin, Saga,
    Ebba, Tuva, Kirsten, Mette, Annika, Aino, Aada, Helmi, Kaisa, Paivi, Saara, Tuuli, Gudrun, Hekla, Katla, Sanne,
    Femke, Anouk, Fleur, Marijke, Agnieszka, Kasia, Zofia, Ewa, Magda, Jadwiga, Hanka, Tereza, Zuzana, Lenka,
    Ludmila, Ilona, Zsófia, Reka, Piroska, Ioana, Mihaela, Ileana, Desislava, Kalina, Yana, Milica, Jelena, Dragana,
    Vesna, Ana, Nevena, Olga, Natasha, Svetlana, Tatiana, Irina, Anastasia, Daria, Polina, Masha, Oksana, Olena,
    Halyna, Kateryna, Yulia, Eleni, Despina, Ioanna, Kalliope, Eirini, Elira, Blerta, Ruta, Ieva, Liga, Kadri, Ayşe,
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
    Killa, Mrs Tanaka, Mrs Novak, Mrs Banerjee, Mrs Delgado, Mrs Okafor, Ms Lindqvist, Ms Haddad, Ms Ferreira,
    Dr Ito, Ms Kowalska, Miss Pham, Mrs Achterberg, Auntie Abla, Grandma Ines, Aunt Wilma
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
    Euan, Lachlan, Rhys, Dafydd, Ieuan, Emrys, Pierre, Luc, Mathieu, Etienne, Guillaume, Baptiste, Thibault,
    Antoine, Marcel, Henri, Gaston, Remi, Loïc, Pascal, Olivier, Bastien, José, Juan, Carlos, Diego, Mateo,
    Santiago, Javier, Pablo, Pedro, Miguel, Luis, Jorge, Andres, Emilio, Ernesto, Esteban, Felipe, Fernando,
    Gonzalo, Ignacio, Joaquin, Manuel, Marcos, Nicolas, Pancho, Paco, Rafael, Ramon, Ricardo, Rodrigo, Sergio,
    Tomas, Xavier, João, Tiago, Thiago, Vasco, Duarte, Caio, Otavio, Raimundo, Marco, Luca, Matteo, Giovanni,
    Giuseppe, Lorenzo, Enzo, Davide, Dario, Fabio, Pietro, Salvatore, Stefano, Vittorio, Jonas, Finn, Lukas, Jürgen,
    Klaus, Wolfgang, Dieter, Fritz, Karl, Otto, Emil, Moritz, Anton, Jannik, Lars, Sven, Erik, Bjorn, Nils, Gustav,
    Axel, Anders, Magnus, Henrik, Rasmus, Kjell, Odin, Leif, Torsten, Mikkel, Eero, Juhani, Mikko, Onni, Antti,
    Vaino, Sigurd, Einar, Gunnar, Daan, Bram, Sjoerd, Jelle, Willem, Pieter, Piotr, Jakub, Wojciech, Krzysztof,
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
    Tevita, Manaia, Jarrah, Koa, Takoda, Inti, Amaru, Cuauhtemoc, Mr Osei, Mr Brandt, Mr Yilmaz, Mr Castellano,
    Mr Rahman, Mr O'Leary, Mr Dubois, Mr Nakamura, Mr Petrov, Mr van Dijk, Dr Kaya, Dr Svensson, Coach Rivera,
    Coach Adeyemi, Uncle Ravi, Uncle Bertie, Grandpa Joe
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
        lingonberry, coconut, avocado, olive, passion fruit/passion fruits, dragon fruit/dragon fruits,
        star fruit/star fruits, jackfruit, breadfruit, durian, rambutan, longan, mangosteen, tamarillo, tamarind,
        loquat, medlar, damson, greengage, mirabelle, sour cherry, blood orange, cantaloupe, honeydew melon,
        galia melon, plantain, prickly pear, cherimoya, soursop, sapodilla, feijoa, jujube, kiwano, tayberry,
        huckleberry, rosehip, crab apple, red apple, green apple, ripe pear, white peach, physalis fruit, salak,
        langsat, santol, yuzu, citron, bergamot, calamansi, acerola, açaí berry, goji berry, juniper berry, sloe,
        pepino, naranjilla, wild strawberry
        """
    ),
    "vegetable": _nouns(
        """
        carrot, onion, potato/potatoes, tomato/tomatoes, cucumber, courgette, zucchini, pumpkin, squash, aubergine,
        eggplant, pepper, chilli/chillies, radish, turnip, beetroot, parsnip, leek, cabbage, cauliflower, lettuce,
        artichoke, asparagus spear, bean, pea, lentil, chickpea, sweet potato/sweet potatoes, yam, cassava root,
        ginger root, shallot, spring onion, red onion, garlic bulb, clove of garlic/cloves of garlic, mushroom,
        chanterelle, truffle, corn cob, ear of corn/ears of corn, broccoli floret,
        head of broccoli/heads of broccoli, stalk of celery/stalks of celery, celery stick, Brussels sprout,
        kohlrabi, swede, rutabaga, daikon, okra pod, pea pod, marrow, gherkin, pickle, jalapeño, red pepper,
        green pepper, yellow pepper, bell pepper, cherry tomato/cherry tomatoes, plum tomato/plum tomatoes,
        beef tomato/beef tomatoes, butternut squash, fennel bulb, chard leaf/chard leaves,
        bunch of spinach/bunches of spinach, bunch of radishes/bunches of radishes, bunch of kale/bunches of kale,
        head of lettuce/heads of lettuce, taro root, jicama, chayote, bitter gourd, bottle gourd, gourd, snow pea,
        runner bean, broad bean, green bean, bok choy/bok choys, red cabbage, Savoy cabbage, Jerusalem artichoke,
        black radish, salsify root, celeriac, edamame pod, shiitake mushroom, porcini mushroom, pickled onion,
        new potato/new potatoes, baking potato/baking potatoes, stalk of rhubarb/stalks of rhubarb, endive, scallion
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
        sweet pea, morning glory, nasturtium, wallflower, bird of paradise/birds of paradise, protea,
        frangipani flower, bougainvillea, fuchsia, lilac, honeysuckle, clematis, wisteria, campanula, bellflower,
        oxeye daisy, coneflower, black-eyed Susan, ranunculus, alstroemeria, red rose, white rose, yellow tulip,
        tiger lily, calla lily, clover blossom, cherry blossom, passionflower, cyclamen, African violet,
        moth orchid, larkspur, columbine, yarrow, tansy, harebell, celandine, speedwell, waratah, kangaroo paw
        """
    ),
    "tree": _nouns(
        """
        oak, pine, birch, maple, elm, ash tree, beech, willow, poplar, aspen, alder, hazel tree, chestnut tree,
        walnut tree, lime tree, linden, spruce, fir, larch, cedar, cypress, juniper, yew, redwood, sequoia,
        hemlock tree, sycamore, plane tree, rowan, hawthorn, blackthorn, holly tree, magnolia tree, cherry tree,
        apple tree, pear tree, plum tree, peach tree, apricot tree, almond tree, olive tree, fig tree, orange tree,
        lemon tree, mango tree, avocado tree, banana palm, palm tree, date palm, coconut palm, baobab, acacia,
        mahogany tree, teak tree, ebony tree, rubber tree, jacaranda, banyan, ginkgo, monkey puzzle tree, cork oak,
        holm oak, silver birch, weeping willow, white poplar, black locust, catalpa, tulip tree, mulberry tree,
        cocoa tree, coffee tree, tea bush, hornbeam, field maple, sugar maple, Douglas fir, silver fir, Scots pine,
        stone pine, kauri, tamarack, mesquite tree, cottonwood, hickory, pecan tree, persimmon tree, quince tree,
        medlar tree, lychee tree, carob tree, elder bush, lilac bush, rose bush, blueberry bush, gooseberry bush,
        sapling, seedling, bamboo cane, tamarisk
        """
    ),
    "animal": _nouns(
        """
        cow, sheep/sheep, rabbit, horse, goat, pig, donkey, mule, pony, foal, calf/calves, lamb, piglet, kid goat,
        bull, ox/oxen, ram, hen, rooster, chick, goose/geese, gosling, duckling, turkey, guinea pig, hamster,
        gerbil, mouse/mice, rat, cat, kitten, dog, puppy, ferret, chinchilla, goldfish/goldfish, tortoise, terrapin,
        turtle, parrot, budgie, canary, llama, alpaca, camel, yak, water buffalo/water buffalo, reindeer/reindeer,
        ostrich, emu, sheepdog, guard dog, poodle, spaniel, beagle, dachshund, terrier, labrador, dalmatian,
        tabby cat, Siamese cat, farm cat, dairy cow, milk cow, brown hen, black sheep/black sheep, spotted pig,
        carthorse, mare, stallion, filly, colt, heifer, bullock, billy goat, nanny goat, pet lizard, gecko,
        stick insect, hedgehog, rescue dog, working dog, racing pigeon, bantam, guinea fowl/guinea fowl, quail,
        peacock, white mouse/white mice, pet snail, dwarf rabbit, Shetland pony, mountain goat,
        merino sheep/merino sheep, zebu, dromedary, degu, cockerel
        """
    ),
    "wild": _nouns(
        """
        lion, zebra, elephant, tiger, leopard, cheetah, jaguar, puma, lynx, bobcat, wildcat, wolf/wolves, fox,
        jackal, hyena, coyote, dingo/dingoes, bear, brown bear, polar bear, panda, red panda, koala, kangaroo,
        wallaby, wombat, platypus, echidna, opossum, monkey, baboon, gorilla, chimpanzee, orangutan, gibbon, lemur,
        sloth, anteater, armadillo, tapir, capybara, rhinoceros, rhino, hippo, giraffe, okapi, antelope, gazelle,
        impala, wildebeest/wildebeest, kudu, eland, deer/deer, moose/moose, elk/elk, bison/bison, buffalo/buffalo,
        ibex, chamois/chamois, wild boar, warthog, hare, squirrel, chipmunk, marmot, beaver, otter, badger, weasel,
        stoat, marten, mink, wolverine, skunk, raccoon, coati, meerkat, mongoose/mongooses, aardvark, pangolin,
        porcupine, mole, shrew, bat, vole, dormouse/dormice, seal, walrus, sea lion, dolphin, porpoise, whale,
        narwhal, orca, manatee, crocodile, alligator, caiman, iguana, chameleon, komodo dragon, lizard, snake,
        python, frog, toad, newt, salamander, axolotl, sea turtle, bush baby, quokka, numbat, fennec, kinkajou,
        vicuña, guanaco, tarsier, serval, ocelot, caracal
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
        firefly, glow-worm, earwig, cockroach, termite, aphid, cicada, weevil, stag beetle, dung beetle,
        ground beetle, water beetle, rhinoceros beetle, leafhopper, lacewing, mayfly, caddis fly, crane fly,
        hoverfly, horsefly, stick insect, leaf insect, silkworm, silk moth, hawk moth, monarch butterfly,
        swallowtail, peacock butterfly, red admiral, brimstone butterfly, painted lady/painted ladies,
        water strider, pond skater, backswimmer, flea, louse/lice, silverfish/silverfish, springtail, katydid,
        carpenter bee, mason bee, leafcutter ant, wood ant, fire ant, worker ant, queen bee, sawfly, larva/larvae,
        pupa/pupae, grub, maggot, atlas moth, cockchafer, shield bug, bark beetle, lacebug, thrips/thrips,
        burnet moth, tiger beetle
        """
    ),
    "sweet": _nouns(
        """
        cookie, toffee, muffin, candy, lollipop, chocolate, chocolate bar, caramel, fudge square, gumdrop,
        jelly bean, gummy bear, peppermint, mint, marshmallow, praline, truffle, bonbon, nougat bar,
        liquorice stick, candy cane, sherbet lemon, sugar mouse/sugar mice, cupcake, brownie, doughnut, eclair,
        macaroon, macaron, meringue, biscuit, wafer, shortbread finger, gingerbread man/gingerbread men, oatcake,
        flapjack, cinnamon roll, croissant, Danish pastry, pastry, tartlet, jam tart, cream puff, profiterole,
        waffle, pancake, crepe, churro/churros, baklava square, piece of halva/pieces of halva,
        piece of fudge/pieces of fudge, Turkish delight/Turkish delights, ice cream, ice lolly, sundae, sorbet,
        popcorn ball, toffee apple, candied almond, sugared almond, honey cake, lebkuchen, amaretti biscuit,
        biscotto/biscotti, cannolo/cannoli, madeleine, financier, stroopwafel, alfajor/alfajores,
        brigadeiro/brigadeiros, laddu/laddus, barfi square, jalebi, gulab jamun, mochi/mochi, dango, mooncake,
        pineapple tart, egg custard tart, fortune cookie, rice cracker, sesame snap, granola bar, chocolate coin,
        chocolate egg, mint drop, fruit gum, wine gum, butterscotch, humbug, gobstopper, rock candy stick, sweet,
        chewy sweet, lemon drop, whoopie pie, scone, teacake, rusk
        """
    ),
    "dish": _nouns(
        """
        sandwich, dumpling, pizza, burger, hot dog, taco, burrito, quesadilla, enchilada, empanada, tamale,
        tortilla, wrap, kebab, falafel, pitta, samosa, pakora, naan, chapati, paratha, dosa, idli, vada,
        spring roll, sushi roll, rice ball, onigiri/onigiri, gyoza/gyoza, wonton, bao bun, noodle bowl, ramen bowl,
        omelette, pancake, waffle, crepe, quiche, pie, pasty, sausage, sausage roll, meatball, veggie burger,
        fish finger, fishcake, fish pie, lasagne tray, baked potato/baked potatoes, jacket potato/jacket potatoes,
        salad, soup, stew, curry, casserole, risotto, paella, pasta bake, cheese toastie, bagel, baguette,
        bread roll, pretzel, croissant, loaf/loaves, loaf of bread/loaves of bread, bun, pierogi/pierogi,
        blini/blini, borek, gözleme/gözlemes, arepa, pupusa, roti, injera, mezze plate, tapas plate, cheese board,
        fruit salad, potato cake, rösti/röstis, schnitzel, stuffed pepper, spinach pie, corn fritter, croquette,
        arancino/arancini, calzone, panini/paninis, club sandwich, cheese roll, egg roll, boiled egg, poached egg,
        momo, jollof plate, suya skewer, satay stick, tempura prawn, crumpet, vol-au-vent, knish, latke
        """
    ),
    "toy": _nouns(
        """
        doll, kite, marble, teddy bear, ball, yo-yo/yo-yos, spinning top, toy car, toy truck, toy train, toy boat,
        toy plane, toy robot, toy dinosaur, toy drum, toy phone, building block, wooden block, jigsaw puzzle,
        puzzle, board game, card game, puppet, hand puppet, finger puppet, marionette, rag doll, stuffed rabbit,
        stuffed animal, plush penguin, rocking horse, hobby horse, skipping rope, jump rope, hoop, bouncy ball,
        beach ball, balloon, bubble wand, water wheel, clockwork car, whistle, rattle, kaleidoscope, magic wand,
        toy castle, doll's house/dolls' houses, toy kitchen, toy crane, toy tractor, fire engine, pull-along duck,
        rubber duck, bath toy, sand bucket, spade, sand mould, model plane, model ship, model car, model railway,
        train carriage, robot kit, chemistry set, magnet set, playing piece, pinwheel, paper plane, boomerang,
        flying disc, pogo stick, scooter, tricycle, balance bike, swing, seesaw, slide, sandpit, tent, tunnel, mask,
        cape, crown, costume, sticker book, colouring book, slime pot, modelling clay stick, stacking ring,
        stacking cup, shape sorter, abacus, wind-up mouse/wind-up mice, music box, nesting doll, matryoshka,
        diabolo/diabolos, juggling ball, beanbag, action figure, superhero figure, dinosaur egg, snow globe,
        fidget spinner, tiddlywink
        """
    ),
    "collectable": _nouns(
        """
        stamp, coin, sticker, trading card, football card, postcard, badge, pin, medal, fossil, ammonite, crystal,
        gemstone, mineral, pebble, seashell, conch/conches, feather, pressed flower, pine cone, acorn,
        butterfly print, bottle top, bottle cap, matchbox, poster, autograph, signed photo, old photograph,
        banknote, token, button, thimble, teaspoon, souvenir spoon, fridge magnet, keyring, key chain, snow globe,
        figurine, porcelain cat, china cup, teapot, vase, vinyl record, cassette, comic book, first edition,
        magazine, map, old map, globe, model train, model car, model ship, doll, puppet, marble, bookmark, coaster,
        ticket stub, concert ticket, programme, pennant, flag, patch, scarf/scarves, jersey, signed ball, cap,
        pocket watch, clock, compass, lantern, quill, fountain pen, ink bottle, wax seal, letter opener, typewriter,
        camera, radio, telephone, license plate, road sign, hubcap, horseshoe, trilobite, meteorite, geode,
        shark tooth/shark teeth, amber piece, agate, quartz crystal, sand dollar, starfish/starfish, urchin shell,
        postmark, phone card, miniature, chess set, medallion, netsuke/netsuke, matryoshka
        """
    ),
    "stationery": _nouns(
        """
        pencil, eraser, notebook, pen, ballpoint pen, fountain pen, gel pen, felt-tip pen, marker, highlighter,
        crayon, coloured pencil, chalk stick, piece of chalk/pieces of chalk, ruler, set square, protractor,
        pair of compasses/pairs of compasses, sharpener, pencil sharpener, pencil case, stapler, staple, paper clip,
        drawing pin, thumbtack, pushpin, binder, ring binder, folder, file, clipboard, hole punch,
        sheet of paper/sheets of paper, sheet of card/sheets of card, exercise book, workbook, textbook, diary,
        calendar, planner, sketchbook, notepad, sticky note, index card, flash card, envelope, letter, postcard,
        greeting card, birthday card, stamp, ink pad, rubber stamp, ink cartridge, bottle of ink/bottles of ink,
        glue stick, bottle of glue/bottles of glue, roll of tape/rolls of tape, tape dispenser, rubber band,
        pair of scissors/pairs of scissors, paintbrush, paint pot, watercolour box, palette, easel, canvas, stencil,
        whiteboard, blackboard, bulletin board, desk organiser, letter tray, bookmark, label, divider, poster,
        worksheet, test paper, form, report card, calculator, magnifying glass, globe, quill, nib, pastel,
        charcoal stick, correction pen, bulldog clip, treasury tag, graph pad, carbon sheet, sealing stick,
        memo block, blotter, squared notebook
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
        caliper, compass, plumb line, chalk line, punch, awl, bradawl, tin opener, wire stripper, bolt cutter,
        pipe wrench, pipe cutter, plunger, craft knife/craft knives, putty knife/putty knives, sickle, scythe,
        dibber, garden fork, pair of secateurs/pairs of secateurs, pruning saw, sledgehammer, anvil,
        bellows/bellows, pair of tongs/pairs of tongs, whetstone, grinder, heat gun, drill bit, saw blade,
        screwdriver set, sewing machine, needle, tuning fork, stethoscope, theodolite, micrometer, adze, spokeshave,
        billhook
        """
    ),
    "clothing": _nouns(
        """
        shirt, scarf/scarves, sock, T-shirt, blouse, jumper, sweater, cardigan, hoodie, jacket, coat, raincoat,
        anorak, parka, cloak, cape, poncho/ponchos, vest, waistcoat, tunic, dress, skirt, kilt, sari,
        kimono/kimonos, sarong, kaftan, dashiki, pair of trousers/pairs of trousers, pair of jeans/pairs of jeans,
        pair of shorts/pairs of shorts, pair of leggings/pairs of leggings, pair of tights/pairs of tights,
        pair of pyjamas/pairs of pyjamas, pair of gloves/pairs of gloves, pair of mittens/pairs of mittens,
        pair of socks/pairs of socks, pair of shoes/pairs of shoes, pair of boots/pairs of boots, glove, mitten,
        hat, cap, beanie, beret, bonnet, bowler hat, top hat, straw hat, sun hat, woolly hat, sombrero/sombreros,
        fez/fezzes, helmet, headband, bandana, shawl, tie, bow tie, belt, sash, pair of braces/pairs of braces,
        apron, overall, boiler suit, tracksuit, swimsuit, wetsuit, bathrobe, dressing gown, nightgown, suit, blazer,
        dinner jacket, fleece, polo shirt, jersey, tank top, crop top, pullover, turtleneck, boot, shoe, sandal,
        slipper, trainer, sneaker, clog, moccasin, flip-flop, wellington boot, ballet shoe, football boot,
        snow boot, handkerchief, earmuff, leg warmer, lab coat, costume, gown, petticoat, cummerbund, balaclava,
        pair of dungarees/pairs of dungarees, romper, bib
        """
    ),
    "furniture": _nouns(
        """
        chair, table, shelf/shelves, desk, bed, sofa, couch, armchair, stool, bar stool, bench, bookcase,
        bookshelf/bookshelves, wardrobe, cupboard, cabinet, filing cabinet, drawer,
        chest of drawers/chests of drawers, dresser, sideboard, bedside table, nightstand, coffee table,
        dining table, dining chair, side table, dressing table, mirror, lamp, floor lamp, desk lamp, chandelier,
        rug, carpet, curtain, cushion, mattress, bunk bed, cot, cradle, high chair, rocking chair, deckchair,
        folding chair, folding table, garden chair, garden table, swivel chair, office chair, recliner, footstool,
        ottoman, pouffe, beanbag, futon, divan, hammock, day bed, sofa bed, coat rack, coat stand, hat stand,
        shoe rack, plate rack, magazine rack, towel rail, screen, room divider, picture frame, clock,
        grandfather clock, music stand, piano stool, school desk, workbench, lectern, display case, glass cabinet,
        locker, trunk, blanket box, toy box, kitchen stool, picnic table, park bench, sun lounger, changing table,
        washstand, hall stand, bureau/bureaus, secretaire, chaise longue/chaises longues, settee, tallboy, credenza,
        tatami mat, whatnot
        """
    ),
    "vehicle": _nouns(
        """
        car, bus, tram, train, van, lorry, truck, taxi, minibus, coach, bicycle, bike, tricycle, motorbike, moped,
        scooter, electric car, sports car, estate car, hatchback, limousine, pickup truck, delivery van, tractor,
        combine harvester, bulldozer, digger, excavator, crane, forklift, dump truck, cement mixer, tanker, trailer,
        caravan, camper van, motorhome, ambulance, fire engine, police car, rubbish truck, street sweeper,
        snowplough, gritter, tow truck, transporter, go-kart, quad bike, golf cart, cycle rickshaw, rickshaw,
        tuk-tuk, carriage, horse cart, wagon, sleigh, sledge, snowmobile, cable car, gondola, trolleybus,
        metro train, freight train, steam train, locomotive, railcar, tandem, cargo bike, handcart, road roller,
        monorail, funicular, velomobile, sidecar, pram, push bike, racing bike, mountain bike, e-bike, school bus,
        double-decker, articulated bus, postal van, ice cream van, library van, mobile crane, steamroller, dumper,
        horsebox, jitney, sedan, coupe, convertible, kick scooter, wheelchair, buggy, stagecoach, dog sled,
        tram car, minivan, milk float
        """
    ),
    "container": _nouns(
        """
        box, jar, crate, basket, bag, sack, bucket, bowl, bottle, can, tin, carton, packet, pack, pouch, barrel,
        tub, tube, tray, pot, jug, pitcher, flask, vase, chest, trunk, case, suitcase, backpack, rucksack, handbag,
        satchel, shopping bag, paper bag, tote bag, gift box, shoebox, cardboard box, wooden crate, plastic box,
        lunch box, toolbox, jewellery box, matchbox, egg carton, egg box, biscuit tin, cake tin, cookie jar,
        jam jar, glass jar, honey jar, milk bottle, water bottle, juice carton, drawer, bin, wastebasket,
        laundry basket, picnic basket, hamper, wicker basket, punnet, pallet, container, tank, fish tank, barrow,
        cart, trolley, shopping trolley, folder, envelope, wallet, purse, tin can, drum, keg, cask, vat, urn,
        canister, cool box, vial, test tube, beaker, ampoule, capsule, pencil case, locker, safe, bale, bundle,
        parcel, package, pail, churn, demijohn, carafe, amphora/amphorae, coffer, creel, trug, pannier
        """
    ),
    "kitchenware": _nouns(
        """
        plate, cup, fork, knife/knives, spoon, teaspoon, tablespoon, ladle, spatula, whisk, wooden spoon, bowl, mug,
        glass, saucer, dish, tray, pan, frying pan, saucepan, pot, pressure cooker, wok, casserole dish,
        baking tray, cake tin, muffin tin, pie dish, rolling pin, cookie cutter, sieve, colander, grater, peeler,
        potato masher, garlic press, can opener, bottle opener, corkscrew, chopping board, bread board, bread bin,
        butter dish, sugar bowl, salt shaker, salt cellar, pepper mill, egg cup, egg timer, kitchen scale,
        measuring cup, measuring jug, measuring spoon, mixing bowl, salad bowl, soup bowl, dinner plate, side plate,
        dessert plate, cake stand, cake fork, serving spoon, teapot, coffee pot, kettle, toaster, blender, mixer,
        jug, carafe, wine glass, tumbler, beaker, napkin, napkin ring, tablecloth, place mat, coaster, tea towel,
        oven glove, apron, tea strainer, funnel, mortar, pestle, skewer, chopstick,
        pair of chopsticks/pairs of chopsticks, steak knife/steak knives, bread knife/bread knives,
        paring knife/paring knives, pizza cutter, ice cream scoop, lemon squeezer, nutcracker, cheese grater,
        pastry brush, ramekin, tagine, steamer, fondue pot, samovar, spice jar, lunch box, straw, jar lid,
        ice cube tray, trivet, cruet, mandoline, tureen
        """
    ),
    "instrument": _nouns(
        """
        guitar, flute, drum, violin, viola, cello, double bass, harp, piano, grand piano, keyboard, organ,
        harpsichord, accordion, concertina, harmonica, recorder, piccolo, clarinet, oboe, bassoon, saxophone,
        trumpet, cornet, flugelhorn, trombone, tuba, French horn, horn, bugle, tin whistle, panpipe, bagpipe,
        ocarina, kazoo, didgeridoo, soprano ukulele, banjo, mandolin, lute, lyre, sitar, tabla, sarod, veena,
        tanpura, erhu, pipa, guzheng, koto, shamisen, shakuhachi, gamelan gong, gong, cymbal, triangle, tambourine,
        maraca, castanet, bongo, conga, djembe, talking drum, snare drum, bass drum, kettledrum, steel drum, cajon,
        bodhran, xylophone, marimba, vibraphone, glockenspiel, kalimba, mbira, balafon, kora, oud, saz, bouzouki,
        balalaika, domra, zither, dulcimer, kantele, nyckelharpa, hurdy-gurdy, fiddle, electric guitar, bass guitar,
        synthesiser, theremin, melodica, bell, handbell, cowbell, sleigh bell, wood block, rainstick, vuvuzela,
        duduk, zurna, charango, quena, bandoneon
        """
    ),
    "book": _nouns(
        """
        novel, comic, atlas, dictionary, encyclopedia, textbook, cookbook, picture book, storybook, notebook, diary,
        journal, magazine, newspaper, paperback, hardback, audiobook, e-book, biography, autobiography, memoir,
        thriller, mystery, detective story, fairy tale, fable, short story, poem, poetry book, song book, play,
        script, manual, guidebook, travel guide, phrasebook, grammar book, maths book, history book, science book,
        art book, photo book, photo album, sketchbook, colouring book, activity book, sticker book, puzzle book,
        crossword book, joke book, graphic novel, manga/manga, anthology, almanac, yearbook, catalogue, brochure,
        leaflet, pamphlet, booklet, handbook, workbook, exercise book, schoolbook, library book, old book,
        rare book, first edition, bestseller, fantasy novel, adventure story, ghost story, bedtime story,
        board book, pop-up book, bird guide, star atlas, road atlas, map, chart, folio/folios, manuscript, scroll,
        codex/codices, thesis/theses, essay, report, periodical, issue, volume, chapbook, songbook, score,
        song sheet, recipe book, gardening book, chess book, travelogue, treatise, ledger, logbook, prospectus
        """
    ),
    "jewel": _nouns(
        """
        bead, ring, bracelet, necklace, earring, brooch, pendant, bangle, anklet, locket, charm, tiara, crown,
        cufflink, hairpin, hair clip, medallion, chain, gold chain, silver ring, gold ring, pearl, diamond, ruby,
        emerald, sapphire, opal, topaz, garnet, amethyst, agate, jade stone, turquoise, moonstone, sunstone,
        lapis stone, amber bead, glass bead, wooden bead, clay bead, coral bead, pearl earring, pearl necklace,
        crystal, cameo/cameos, tie pin, watch, wristwatch, toe ring, nose stud, stud, hoop earring, signet ring,
        choker, diadem, sequin, rhinestone, gemstone, friendship bracelet, beaded bracelet, silver spoon,
        aquamarine, peridot, zircon, tourmaline, citrine, onyx, carnelian, chalcedony, malachite, tanzanite, spinel,
        kunzite, cabochon, intaglio/intaglios, torque, clasp
        """
    ),
    "gear": _nouns(
        """
        ball, racket, skateboard, football, basketball, volleyball, handball, rugby ball, tennis ball, golf ball,
        golf club, baseball, baseball bat, baseball glove, cricket bat, cricket ball, hockey stick, puck,
        shuttlecock, badminton racket, squash racket, table tennis bat, table tennis table, net, goal, goalpost,
        hoop, wicket, bowling ball, bowling pin, billiard ball, cue, dart, dartboard, chessboard, chess piece,
        skipping rope, hurdle, javelin, discus/discuses, shot put ball, baton, stopwatch, whistle, cone,
        corner flag, medal, trophy, jersey, helmet, knee pad, elbow pad, shin pad, mouthguard, swimming cap,
        pair of goggles/pairs of goggles, snorkel, diving mask, flipper, surfboard, bodyboard, paddle, oar,
        life jacket, kayak, canoe, sail, rope, harness, climbing shoe, carabiner, tent, sleeping bag, camping stove,
        hiking pole, backpack, water bottle, compass, sledge, snowboard, ski, pair of skis/pairs of skis, ski pole,
        ice skate, roller skate, pair of skates/pairs of skates, bicycle, scooter, trampoline, yoga mat, gym mat,
        dumbbell, barbell, kettlebell, exercise bike, treadmill, rowing machine, balance beam, vaulting horse,
        fishing rod, fishing net, archery bow, saddle, flying disc, boules set, croquet mallet, lacrosse stick,
        curling stone, sepak ball, resistance band, medicine ball, foam roller, pogo stick
        """
    ),
    "device": _nouns(
        """
        phone, tablet, camera, laptop, computer, desktop computer, monitor, screen, keyboard, mouse/mice, printer,
        scanner, projector, television, radio, speaker, headset, pair of headphones/pairs of headphones, earbud,
        microphone, charger, power bank, battery, cable, adapter, memory stick, memory card, hard drive, router,
        modem, server, smartwatch, watch, alarm clock, calculator, e-reader, game console, controller, joystick,
        drone, robot, webcam, tripod, lens, flash, torch, lamp, light bulb, remote control, thermostat, thermometer,
        smoke alarm, doorbell, baby monitor, walkie-talkie, answering machine, fax machine, photocopier, shredder,
        record player, cassette player, music player, amplifier, loudspeaker, video camera, action camera,
        dash camera, telescope, microscope, pair of binoculars/pairs of binoculars, satellite dish, antenna, sensor,
        fitness tracker, hearing aid, fan, heater, air conditioner, humidifier, vacuum cleaner, hair dryer,
        electric toothbrush, razor, iron, kettle, toaster, microwave, fridge, freezer, dishwasher, washing machine,
        oven, cooker, coffee machine, scale, metronome, oscilloscope, altimeter, barometer, pedometer, solar panel,
        circuit board, dictaphone, multimeter, plotter
        """
    ),
    "part": _nouns(
        """
        screw, brick, tile, nail, bolt, nut, washer, rivet, hinge, bracket, hook, latch/latches, lock, key, handle,
        knob, spring, gear, cog, chain link, axle, wheel, tyre, spoke, pedal, brake pad, bearing, belt, pulley,
        lever, piston, valve, pipe, tube, hose, tap, cable, wire, plug, socket, switch, fuse, bulb, battery, magnet,
        motor, chip, resistor, capacitor, diode, transistor, circuit board, panel, plank, board, beam, post,
        post cap, rod, bar, slat, shingle, roof tile, floor tile, paving stone, cobblestone, concrete block,
        wooden block, glass pane, window pane, door, window, frame, gate, fence post, fence panel, step, stair,
        rung, pillar, column, rafter, joist, girder, cushion, button, zip, buckle, bead, eyelet, peg, dowel, wedge,
        gasket, seal, filter, nozzle, sprocket, cotter pin, flange, grommet, ferrule, mosaic tile, wall plug,
        thumbscrew, wing nut, shim, spindle, bobbin
        """
    ),
    "craft": _nouns(
        """
        candle, paper crane, lantern, paper lantern, paper plane, paper boat, paper flower, paper star, paper chain,
        paper hat, mask, puppet, sock puppet, kite, pinwheel, origami frog, origami swan, origami box,
        greeting card, birthday card, thank-you card, bookmark, collage, poster, painting, drawing, sketch,
        portrait, watercolour, print, mural, mosaic, sculpture, clay pot, clay bowl, clay figure, vase, mug,
        bead necklace, friendship bracelet, bracelet, keyring, dreamcatcher, wind chime, wreath, garland,
        bunting flag, banner, flag, pompom, tassel, patchwork quilt, quilt, cushion, cushion cover, pillowcase,
        tote bag, pencil case, purse, scarf/scarves, woolly hat, pair of socks/pairs of socks, mitten, jumper,
        doily, tablecloth, napkin, coaster, place mat, rug, basket, wicker basket, wooden spoon, wooden toy,
        bird box, birdhouse, bird feeder, picture frame, photo frame, jewellery box, bar of soap/bars of soap,
        bath bomb, scented candle, lip balm, snow globe, snowflake, felt mouse/felt mice, felt elf/felt elves,
        rag doll, finger puppet, corsage, bouquet, flower crown, macrame hanger, tapestry, batik cloth,
        amigurumi/amigurumi, piñata, papercut, pressed-flower card, leather belt, wallet, cane chair, miniature,
        model house, diorama, costume, cape, rosette, terrarium, kokeshi doll
        """
    ),
    "person": _nouns(
        """
        pupil, guest, child/children, boy, girl, man/men, woman/women, baby, toddler, teenager, adult, student,
        classmate, schoolchild/schoolchildren, friend, neighbour, cousin, brother, sister, aunt,
        grandchild/grandchildren, grandparent, parent, family member, relative, visitor, tourist, traveller,
        passenger, commuter, camper, hiker, scout, cub scout, cyclist, runner, jogger, walker, swimmer, skater,
        skier, climber, player, team member, teammate, athlete, footballer, spectator, fan, supporter, member,
        club member, volunteer, helper, participant, competitor, contestant, candidate, applicant, voter, winner,
        customer, shopper, client, patient, diner, reader, listener, viewer, subscriber, beginner, learner,
        apprentice, trainee, graduate, freshman/freshmen, first-year student, kindergartner, preschooler,
        exchange student, dancer, singer, choir singer, musician, drummer, violinist, band member, actor, resident,
        villager, islander, citizen, tenant, pensioner, newcomer, speaker, delegate, collector, gardener,
        birdwatcher, chess player, rower, sailor, bystander, partygoer, concertgoer, festivalgoer, holidaymaker,
        pedestrian, picnicker, theatregoer, stargazer, puppeteer, debater
        """
    ),
    "worker": _nouns(
        """
        baker, farmer, nurse, doctor, teacher, driver, cook, chef, waiter, waitress, builder, carpenter, plumber,
        electrician, painter, gardener, mechanic, engineer, technician, programmer, scientist, researcher, dentist,
        vet, pharmacist, librarian, bookseller, cashier, shop assistant, salesperson/salespeople, manager, clerk,
        secretary, receptionist, accountant, banker, lawyer, judge, police officer, firefighter, paramedic, pilot,
        flight attendant, sailor, fisherman/fishermen, fisherwoman/fisherwomen, postman/postmen, courier,
        delivery driver, bus driver, taxi driver, lorry driver, train driver, conductor, cleaner, caretaker, porter,
        miner, welder, bricklayer, roofer, plasterer, glazier, tiler, architect, surveyor, designer, tailor,
        seamstress, shoemaker, cobbler, weaver, potter, blacksmith, goldsmith, jeweller, watchmaker, glass-blower,
        printer, bookbinder, photographer, journalist, reporter, editor, writer, translator, actor, musician,
        dancer, artist, sculptor, coach, trainer, referee, lifeguard, hairdresser, barber, beautician, florist,
        butcher, grocer, greengrocer, fishmonger, cheesemaker, beekeeper, shepherd, fruit picker, forester,
        park ranger, zookeeper, security guard, tour guide, astronaut, chimney sweep, window cleaner, upholsterer,
        cartographer, luthier, cooper, milliner, stonemason, locksmith, optician, midwife/midwives, physiotherapist,
        packer, machinist, foreman/foremen
        """
    ),
    "thing": _nouns(
        """
        key, ticket, shell, ball, balloon, badge, bag, bandage, banner, basket, battery, bead, bell, belt, blanket,
        board game, book, bookmark, bottle, bow, bowl, box, bracelet, brick, brooch, broom, brush, bucket, button,
        cable, calendar, camera, candle, candle holder, cap, card, chain, chair, clip, clock, clothes peg, coaster,
        coat hanger, coin, comb, compass, cone, cork, costume, cotton reel, crate, crayon, cup, cushion, disc, dish,
        doll, doorknob, doormat, drawing, drum, ear of wheat/ears of wheat, envelope, eraser, fan, feather,
        figurine, flag, flask, flower bulb, flowerpot, flyer, folder, fork, frame, gem, gift, glass, glass marble,
        glove, glow stick, hair band, hair bow, hairbrush, hairpin, handkerchief, hat, helmet, hook, horseshoe,
        ink pot, invitation, jar, jigsaw piece, jug, keyring, kite, knot, label, lamp, lampshade, lantern,
        leaf/leaves, leaflet, lens, letter, light bulb, lunch box, magnet, magnifying glass, map, marble, mask, mat,
        matchbox, medal, mirror, mitten, mug, nail, name tag, napkin, necklace, needle, net, newspaper, notebook,
        padlock, paintbrush, paper bag, paper clip, paper crane, paper cup, paper plate, parcel, patch, pebble, peg,
        pen, pencil, photo, photograph, picture, pillow, pillowcase, pin, pine cone, place card, plate, plug,
        poster, postcard, pot, present, prism, pumpkin seed, puppet, purse, puzzle, quilt, raffia mat, rattle,
        ribbon, ring, rock, rope, rosette, rubber band, rubber duck, rug, ruler, sail, sandbag, scarf/scarves,
        screw, sea urchin shell, seashell, seed, seed packet, seedling, sheet, shoelace, sign, sketch, skittle,
        slipper, snow globe, soap bar, sock, souvenir, spinning top, sponge, spool of thread/spools of thread,
        spoon, stamp, stencil, stick, sticker, stone, straw, string of lights/strings of lights, sunflower seed,
        tablecloth, tag, tassel, teabag, teapot, tennis ball, tent peg, thimble, tile, tin, token, toothbrush,
        torch, towel, toy, trinket, trophy, umbrella, vase, video, voucher, wallet, watch, water bottle, whistle,
        wooden block, wooden spoon, wristband, yo-yo/yo-yos, acorn, abacus, anchor, bamboo stick, bauble, bell jar,
        bobbin, bottle cap, box of matches/boxes of matches, cinnamon stick, clothes hanger, conker, crystal,
        cuckoo clock, cufflink, dowel, easel, eyepatch, eggshell, fountain pen, fridge magnet, garden gnome,
        gear wheel, geode, glass bead, hinge, icicle, inkwell, kaleidoscope, kazoo, ladle, lapel pin, lightning rod,
        loom band, metronome, miniature, monocle, music box, nesting doll, ocarina, oven mitt, paperweight, parasol,
        periscope, pinwheel, pipette, piece of string/pieces of string, piece of wood/pieces of wood,
        piece of glass/pieces of glass, piece of chalk/pieces of chalk, porcelain cup, quill, sand dollar,
        sand timer, sash, shoehorn, silk scarf/silk scarves, sled, snowflake, spatula, stamp album, sundial,
        thermometer, tile sample, tin can, twig, tuning fork, valve, vial, wax seal, weathervane, whisk, wind chime,
        windmill, wreath, xylophone, zip, zither, loaf/loaves, bookshelf/bookshelves, knife/knives, box file,
        pair of gloves/pairs of gloves, pair of earrings/pairs of earrings, set of keys/sets of keys,
        roll of film/rolls of film, ball of wool/balls of wool, cup holder, egg timer, ribbon bow, doily,
        carnival mask, sample, specimen, gizmo/gizmos, gadget, widget, knick-knack, memento/mementos, pompom,
        pendant, astrolabe, didgeridoo, samovar, sextant, castanet, tagine, abacus bead, bandana, toggle, trivet,
        lariat, sequin, tin whistle, satchel, pouch, hamper
        """
    ),
    "machine": _nouns(
        """
        printer, robot, pump, press, loom, lathe, drill, mixer, oven, conveyor belt, packing machine,
        sewing machine, knitting machine, washing machine, coffee machine, vending machine, ticket machine, copier,
        photocopier, laser cutter, milling machine, grinder, sorter, bottling machine, labelling machine,
        filling machine, sorting machine, wrapping machine, stamping machine, folding machine, weaving machine,
        pasta machine, popcorn machine, ice machine, bread machine, dough mixer, cement mixer, harvester, tractor,
        excavator, digger, crane, bulldozer, forklift, compressor, generator, turbine, wind turbine, boiler, engine,
        motor, fan, snow machine, floor polisher, lawnmower, saw, shredder, crusher, mill, kiln, furnace, extruder,
        spinning wheel, centrifuge, harrow, baler, juicer, vacuum pump, water pump, rivet gun, dishwasher,
        card reader, sprinkler, thresher
        """
    ),
    "room": _nouns(
        """
        bedroom, kitchen, bathroom, living room, dining room, hall, hallway, classroom, office, study, library,
        attic, cellar, basement, garage, workshop, studio, laboratory, gym, changing room, locker room,
        waiting room, meeting room, conference room, lecture hall, staff room, storeroom, pantry, larder,
        laundry room, playroom, nursery, guest room, hotel room, dormitory, ward, cabin, conservatory, greenhouse,
        lobby, corridor, lounge, canteen, cloakroom, music room, art room, computer room, reading room,
        exhibition room, gallery, ballroom, courtroom, dressing room, control room, engine room, sunroom, loft,
        porch, foyer, suite, apartment, flat, tent, chalet, veranda, darkroom, scullery, boudoir
        """
    ),
    "building": _nouns(
        """
        house, cottage, bungalow, villa, farmhouse, hut, cabin, lodge, hotel, hostel, inn, tower, tower block,
        skyscraper, office block, apartment block, school, nursery school, library, museum, theatre, cinema,
        gallery, hospital, clinic, station, airport terminal, factory, mill, warehouse, barn, stable, shed,
        greenhouse, garage, shop, kiosk, supermarket, department store, bakery, restaurant, cafe, stadium,
        sports hall, swimming pool, fire station, police station, post office, town hall, castle, palace, mansion,
        lighthouse, windmill, watermill, observatory, planetarium, bridge, igloo/igloos, yurt, treehouse, pavilion,
        gazebo/gazebos, chalet, log cabin, boathouse, pagoda, silo/silos, bus shelter, conservatory, orangery,
        longhouse, rondavel, dairy, sawmill
        """
    ),
    "food": _nouns(
        """
        egg, boiled egg, sandwich, cheese sandwich, bread roll, bagel, bun, loaf/loaves,
        slice of bread/slices of bread, slice of toast/slices of toast, slice of pizza/slices of pizza,
        slice of cheese/slices of cheese, slice of cake/slices of cake, slice of melon/slices of melon,
        piece of cake/pieces of cake, piece of pie/pieces of pie, piece of chocolate/pieces of chocolate,
        bowl of soup/bowls of soup, bowl of rice/bowls of rice, bowl of cereal/bowls of cereal,
        bowl of noodles/bowls of noodles, plate of pasta/plates of pasta, plate of chips/plates of chips,
        cup of tea/cups of tea, cup of coffee/cups of coffee, cup of cocoa/cups of cocoa,
        glass of milk/glasses of milk, glass of juice/glasses of juice, bottle of water/bottles of water,
        carton of milk/cartons of milk, bag of crisps/bags of crisps, bag of peanuts/bags of peanuts,
        bar of chocolate/bars of chocolate, jar of honey/jars of honey, jar of jam/jars of jam,
        tin of beans/tins of beans, can of soup/cans of soup, pot of yoghurt/pots of yoghurt, yoghurt, ice cream,
        scoop of ice cream/scoops of ice cream, sausage, burger, hot dog, meatball, fish finger, chicken wing,
        chicken leg, drumstick, steak, chop, rasher of bacon/rashers of bacon, pancake, waffle, muffin, cookie,
        cracker, crisp, chip, nut, peanut, walnut, hazelnut, almond, cashew, pistachio/pistachios, pecan, chestnut,
        raisin, prune, dried fig, olive, rice cake, oat bar, cereal bar, fruit bar, apple slice, orange segment,
        carrot stick, corn cob, nacho/nachos, pretzel, breadstick, dumpling, noodle, meal, snack,
        portion of chips/portions of chips, helping of salad/helpings of salad, ladle of stew/ladles of stew,
        spoonful of sugar/spoonfuls of sugar, macadamia nut, tofu cube, canapé, vol-au-vent
        """
    ),
    "fish": _nouns(
        """
        goldfish/goldfish, salmon/salmon, trout/trout, cod/cod, herring, sardine, anchovy, mackerel/mackerel,
        tuna/tuna, carp/carp, koi/koi, pike/pike, perch/perch, eel, catfish/catfish, clownfish/clownfish,
        angelfish/angelfish, guppy, tetra, neon tetra, zebrafish/zebrafish, seahorse, pufferfish/pufferfish,
        flatfish/flatfish, plaice/plaice, sole, flounder, halibut/halibut, haddock/haddock, hake/hake,
        sea bass/sea bass, bream/bream, tilapia/tilapia, barramundi/barramundi, sturgeon/sturgeon, stingray,
        manta ray, shark, reef shark, swordtail, molly, betta, minnow, stickleback, roach/roach, grayling/grayling,
        char/char, sprat, mullet/mullet, snapper, grouper, lionfish/lionfish, sunfish/sunfish,
        discus fish/discus fish, gourami, cichlid, loach, lamprey, parrotfish/parrotfish, coelacanth
        """
    ),
    "cake": _nouns(
        """
        cupcake, muffin, sponge cake, chocolate cake, carrot cake, cheesecake, fruit cake, lemon cake,
        birthday cake, layer cake, pound cake, bundt cake, Swiss roll, cream cake, honey cake, apple cake,
        apple pie, cherry pie, pumpkin pie, pecan pie, lemon tart, strawberry tart, custard tart, egg tart, eclair,
        cream puff, profiterole, brownie, blondie, flapjack, scone, fairy cake, rock cake, tea loaf/tea loaves,
        banana loaf/banana loaves, gingerbread house, gingerbread man/gingerbread men, pavlova, meringue, tiramisu,
        lamington, madeleine, financier, macaron, mooncake, rice cake, cinnamon bun, plum cake, poppy seed cake,
        marble cake, walnut cake, coffee cake, ice cream cake, trifle, strudel, baklava, doughnut, crumble, cobbler,
        pudding, galette, clafoutis, linzer tart, sachertorte, panettone, kugelhopf, babka, dobos slice,
        pastel de nata/pastéis de nata, friand, parkin slice
        """
    ),
    "drink": _nouns(
        """
        lemonade, smoothie, milkshake, juice, orange juice, apple juice, hot chocolate, coffee, espresso/espressos,
        cappuccino/cappuccinos, latte, tea, iced tea, green tea, mint tea, bubble tea, ginger ale, fizzy drink,
        soda, cola, fruit punch, lassi, ayran, horchata, iced coffee, mango shake, banana shake, fruit cocktail,
        elderflower cordial, squash, cocoa, bottle of water/bottles of water, can of lemonade/cans of lemonade,
        cup of tea/cups of tea, mug of cocoa/mugs of cocoa, glass of lemonade/glasses of lemonade,
        carton of juice/cartons of juice, jug of water/jugs of water, pot of tea/pots of tea,
        flask of coffee/flasks of coffee, juice box, green smoothie, berry smoothie, peach juice, ginger tea, chai,
        oat latte, raspberry soda, cup of coffee/cups of coffee, glass of water/glasses of water,
        bottle of juice/bottles of juice, can of cola/cans of cola, carton of milk/cartons of milk,
        glass of lassi/glasses of lassi, pitcher of punch/pitchers of punch, bowl of punch/bowls of punch,
        sip of water/sips of water
        """
    ),
    "plant": _nouns(
        """
        fern, cactus/cacti, succulent, houseplant, herb, basil plant, mint plant, tomato plant, pepper plant,
        strawberry plant, bean plant, pumpkin plant, cucumber plant, lettuce seedling, cabbage plant, potted plant,
        rose bush, lavender bush, shrub, bush, hedge plant, vine, grapevine, ivy, seedling, sapling, bulb,
        tulip bulb, daffodil bulb, onion set, sunflower, marigold, geranium, fuchsia, orchid, aloe, agave, yucca,
        spider plant, rubber plant, snake plant, peace lily, bonsai/bonsai, bamboo shoot, palm, moss ball,
        Venus flytrap, pitcher plant, sundew, water lily, reed, rosemary bush, thyme plant, sage plant, chive clump,
        parsley plant, coriander plant, monstera, philodendron, pothos/pothos, bromeliad, begonia, hosta, heather,
        hydrangea, chilli plant, blueberry bush, raspberry cane, gooseberry bush, echeveria, kalanchoe, tillandsia,
        alocasia
        """
    ),
    "game": _nouns(
        """
        board game, card game, video game, computer game, puzzle, jigsaw, riddle, crossword, sudoku/sudokus,
        chess game, draughts game, quiz/quizzes, word search, memory game, maze, brain-teaser, dominoes set,
        chess set, tournament, match, round, level, round of tag/rounds of tag, game of chess/games of chess,
        game of tennis/games of tennis, game of draughts/games of draughts,
        game of hide-and-seek/games of hide-and-seek, set of tennis/sets of tennis, table tennis match,
        football match, basketball game, hockey game, cricket match, go game, treasure hunt, scavenger hunt,
        escape room, trivia quiz/trivia quizzes, word game, number puzzle, logic puzzle, race, relay race,
        sack race, egg-and-spoon race, obstacle course, mancala game, hopscotch round, dance-off, spelling bee,
        anagram, tangram, nonogram, rebus, tongue-twister
        """
    ),
    "group": _nouns(
        """
        team, class, club, group, choir, band, orchestra, family, crew, squad, school, troop, scout group, table,
        row, line, committee, department, office, household, village, neighbourhood, league, division, house, form,
        year group, course, workshop, tour group, travel party, dance group, drama group, book club, chess club,
        study group, working group, shift, cast, panel, jury, bus load, boatload, ensemble, delegation, expedition
        """
    ),
    "land": _nouns(
        """
        field, garden, plot, flower bed, vegetable bed, raised bed, orchard, vineyard, meadow, pasture, paddock,
        lawn, park, playground, farm, allotment, greenhouse, terrace, courtyard, patio/patios, car park,
        football pitch, tennis court, basketball court, forest, wood, grove, pond, lake, island, beach, yard,
        rice paddy, wheat field, maize field, potato field, tea garden, coffee plantation, olive grove, lemon grove,
        nursery, campsite, square, plaza, ranch, estate, nature reserve, marsh/marshes, heath, moor, hayfield,
        croft, herb garden, rockery, hop garden
        """
    ),
    "text": _nouns(
        """
        page, chapter, poem, story, letter, essay, article, report, paragraph, sentence, line, verse, stanza, word,
        sonnet, limerick, haiku/haiku, song, ballad, scene, act, speech, dialogue, note, message, email, blog post,
        comment, caption, headline, column, review, recipe, list, summary, chapter summary, book report,
        diary entry, journal entry, postcard, invitation, thank-you note, newsletter, script, lesson,
        vocabulary card, riddle, joke, quotation, proverb, fable, fairy tale, legend, myth, novella, footnote,
        crossword clue, puzzle, exercise, task, problem, worksheet, equation, proof, diagram, table, chart,
        translation, transcript, form, questionnaire, survey, petition, advert, slide, presentation, palindrome,
        acrostic
        """
    ),
    "digital": _nouns(
        """
        photo, video, song, file, message, text message, email, app, game, playlist, podcast, podcast episode,
        episode, film, picture, screenshot, document, folder, download, post, comment, follower, subscriber, view,
        like, contact, bookmark, website, web page, blog post, password, level, badge, gold coin, gem, star, point,
        life/lives, avatar, emoji/emojis, clip, recording, voice message, reminder, notification, alert, ringtone,
        wallpaper, template, spreadsheet, slide, chart, program, script, line of code/lines of code, bug, test,
        update, backup, tutorial, livestream, audiobook, e-book, track, album, meme, link, hashtag,
        pixel-art picture, sprite, ping, megabyte, gigabyte
        """
    ),
    "pack": _nouns(
        """
        bag of rice/bags of rice, bag of flour/bags of flour, bag of sweets/bags of sweets,
        bag of apples/bags of apples, bag of marbles/bags of marbles, bag of cement/bags of cement,
        bag of potatoes/bags of potatoes, sack of corn/sacks of corn, sack of coal/sacks of coal,
        sack of onions/sacks of onions, box of pencils/boxes of pencils, box of crayons/boxes of crayons,
        box of eggs/boxes of eggs, box of chocolates/boxes of chocolates, box of nails/boxes of nails,
        box of tissues/boxes of tissues, box of tea/boxes of tea, box of cereal/boxes of cereal,
        packet of seeds/packets of seeds, packet of biscuits/packets of biscuits,
        packet of stickers/packets of stickers, packet of crisps/packets of crisps,
        packet of noodles/packets of noodles, pack of cards/packs of cards, pack of batteries/packs of batteries,
        pack of paper/packs of paper, pack of gum/packs of gum, pack of balloons/packs of balloons,
        carton of eggs/cartons of eggs, carton of milk/cartons of milk, crate of oranges/crates of oranges,
        crate of tomatoes/crates of tomatoes, crate of lemonade/crates of lemonade,
        basket of strawberries/baskets of strawberries, basket of peaches/baskets of peaches,
        punnet of raspberries/punnets of raspberries, bunch of flowers/bunches of flowers,
        bunch of bananas/bunches of bananas, bunch of grapes/bunches of grapes, bouquet of roses/bouquets of roses,
        jar of honey/jars of honey, jar of pickles/jars of pickles, jar of buttons/jars of buttons,
        tin of paint/tins of paint, tin of tuna/tins of tuna, can of beans/cans of beans, can of soup/cans of soup,
        tube of glue/tubes of glue, tube of paint/tubes of paint, tube of toothpaste/tubes of toothpaste,
        bottle of shampoo/bottles of shampoo, bottle of juice/bottles of juice, bottle of oil/bottles of oil,
        roll of tape/rolls of tape, roll of wallpaper/rolls of wallpaper, roll of ribbon/rolls of ribbon,
        ball of wool/balls of wool, ream of paper/reams of paper, pad of paper/pads of paper,
        set of pens/sets of pens, set of cups/sets of cups, stack of plates/stacks of plates,
        pile of books/piles of books, bundle of sticks/bundles of sticks, bale of hay/bales of hay,
        string of beads/strings of beads, bar of soap/bars of soap, loaf of bread/loaves of bread,
        tray of seedlings/trays of seedlings, tray of cupcakes/trays of cupcakes, pair of socks/pairs of socks,
        pair of shoes/pairs of shoes, wheel of cheese/wheels of cheese, skein of yarn/skeins of yarn,
        sachet of yeast/sachets of yeast, bolt of cloth/bolts of cloth, sheaf of papers/sheaves of papers,
        cord of firewood/cords of firewood
        """
    ),
    "activity": _nouns(
        """
        push-up, sit-up, pull-up, squat, jump, hop, star jump, burpee, lap, length, round, somersault, cartwheel,
        handstand, goal, basket, free throw, shot, serve, pass/passes, kick, throw, run, swim, hike, walk,
        bike ride, training session, lesson, swimming lesson, piano lesson, driving lesson, dance class, yoga class,
        lecture, workshop, meeting, appointment, phone call, visit, trip, excursion, flight, train ride, bus ride,
        boat trip, delivery, errand, shift, job, task, exercise, quiz question, puzzle, test, exam, experiment,
        rehearsal, performance, concert, show, film, match/matches, race, tournament, penalty kick, lunge, plank,
        pirouette, skip, stretch, sprint, chore, backflip, layup, headstand, crunch
        """
    ),
    "decoration": _nouns(
        """
        balloon, paper lantern, garland, banner, bunting flag, flag, streamer, ribbon, bow, rosette, candle,
        tea light, fairy light, string of lights/strings of lights, lantern, ornament, bauble, paper star,
        glass star, straw star, snowflake, paper flower, flower garland, wreath, bouquet, vase, tablecloth,
        table runner, place card, centrepiece, poster, photo, picture, wall hanging, tapestry, mirror, disco ball,
        pompom, paper fan, pinwheel, mobile, wind chime, sign, sticker, sequin, shell, pine cone, feather, mask,
        party hat, paper chain, confetti tube, balloon arch/balloon arches, chalk drawing, pennant, tassel, fairy,
        gnome, dreamcatcher, sparkler, lampion
        """
    ),
    "ball": _nouns(
        """
        football, basketball, volleyball, handball, tennis ball, golf ball, baseball, softball, cricket ball,
        rugby ball, hockey ball, beach ball, bouncy ball, rubber ball, foam ball, juggling ball, medicine ball,
        bowling ball, billiard ball, snooker ball, table tennis ball, squash ball, red ball, blue ball, green ball,
        yellow ball, white ball, marble, snowball, cotton ball, ball of wool/balls of wool,
        ball of string/balls of string, leather ball, balloon, shuttlecock, tetherball, croquet ball, boule,
        petanque ball
        """
    ),
    "boat": _nouns(
        """
        rowing boat, sailing boat, motorboat, speedboat, fishing boat, canoe, kayak, raft, dinghy, yacht, catamaran,
        trimaran, ferry, barge, narrowboat, tugboat, ship, cargo ship, container ship, cruise ship, steamship,
        paddle steamer, submarine, houseboat, lifeboat, pedal boat, gondola, punt, dhow, felucca, sampan, schooner,
        sloop, ketch, frigate, galleon, trawler, tanker, icebreaker, longship, outrigger, pirogue, coracle,
        toy boat, paper boat, model ship, hydrofoil, vaporetto/vaporetti, clipper, cutter
        """
    ),
    "aircraft": _nouns(
        """
        plane, aeroplane, jet, jumbo jet, glider, hang-glider, paraglider, helicopter, hot-air balloon, airship,
        zeppelin, drone, seaplane, biplane, propeller plane, cargo plane, passenger plane, paper plane, model plane,
        rocket, spaceship, space shuttle, satellite, kite, autogyro, crop duster, air taxi, weather balloon,
        gyrocopter, space probe, flying boat, rescue helicopter
        """
    ),
    "marine": _nouns(
        """
        crab, lobster, shrimp, prawn, crayfish/crayfish, octopus, squid/squid, cuttlefish/cuttlefish, nautilus,
        oyster, mussel, clam, scallop, cockle, whelk, limpet, periwinkle, sea snail, hermit crab, spider crab,
        barnacle, starfish/starfish, sea urchin, sea cucumber, sea anemone, jellyfish/jellyfish, coral, sponge,
        seahorse, sea turtle, seal, sea lion, walrus, sea otter, dolphin, porpoise, whale, narwhal, manatee, dugong,
        ray, krill/krill, nudibranch/nudibranchs, abalone, horseshoe crab
        """
    ),
}
# words without plural; places and events are named with "the" before them
LISTS: dict[str, tuple[str, ...]] = {
    "city": _list(
        """
        Lima, Oslo, Nairobi, London, Paris, Berlin, Madrid, Rome, Lisbon, Vienna, Prague, Warsaw, Budapest, Athens,
        Dublin, Edinburgh, Glasgow, Cardiff, Belfast, Manchester, Liverpool, Leeds, Bristol, York, Brussels,
        Antwerp, Ghent, Amsterdam, Rotterdam, Utrecht, Hamburg, Munich, Cologne, Leipzig, Dresden, Zurich, Geneva,
        Basel, Salzburg, Graz, Copenhagen, Aarhus, Stockholm, Gothenburg, Bergen, Trondheim, Helsinki, Turku,
        Reykjavik, Tallinn, Riga, Vilnius, Gdansk, Krakow, Brno, Bratislava, Ljubljana, Zagreb, Split, Belgrade,
        Sarajevo, Skopje, Tirana, Sofia, Plovdiv, Bucharest, Chisinau, Kyiv, Lviv, Odesa, Minsk, Istanbul, Ankara,
        Izmir, Tbilisi, Yerevan, Baku, Milan, Turin, Venice, Naples, Palermo, Barcelona, Seville, Valencia, Bilbao,
        Porto, Lyon, Marseille, Toulouse, Nantes, Lille, Thessaloniki, Nicosia, Valletta, Cairo, Alexandria, Tunis,
        Algiers, Rabat, Marrakesh, Casablanca, Dakar, Bamako, Accra, Kumasi, Lagos, Abuja, Ibadan, Douala, Kinshasa,
        Luanda, Kampala, Kigali, Addis Ababa, Mombasa, Dar es Salaam, Zanzibar, Lusaka, Harare, Gaborone, Windhoek,
        Maputo, Durban, Cape Town, Pretoria, Antananarivo, Amman, Beirut, Muscat, Dubai, Doha, Tashkent, Samarkand,
        Almaty, Bishkek, Delhi, Mumbai, Chennai, Kolkata, Jaipur, Bengaluru, Hyderabad, Karachi, Lahore, Dhaka,
        Colombo, Kathmandu, Thimphu, Yangon, Bangkok, Chiang Mai, Hanoi, Hue, Phnom Penh, Vientiane, Kuala Lumpur,
        Penang, Singapore, Jakarta, Bandung, Manila, Cebu, Beijing, Shanghai, Chengdu, Xi'an, Guangzhou, Taipei,
        Seoul, Busan, Tokyo, Osaka, Kyoto, Sapporo, Nagoya, Ulaanbaatar, Sydney, Melbourne, Perth, Brisbane, Hobart,
        Auckland, Wellington, Dunedin, Suva, Apia, Honolulu, Seattle, Portland, Denver, Chicago, Boston, Toronto,
        Montreal, Ottawa, Vancouver, Halifax, Winnipeg, Austin, Houston, Miami, Atlanta, Nashville, Philadelphia,
        Baltimore, Detroit, Minneapolis, Omaha, Tucson, Havana, Kingston, Oaxaca, Guadalajara, Puebla, Bogotá,
        Medellín, Quito, Guayaquil, Cusco, La Paz, Sucre, Santiago, Valparaíso, Buenos Aires, Córdoba, Montevideo,
        Asunción, Salvador, Recife, Manaus, Curitiba, Caracas, Paramaribo
        """
    ),
    "country": _list(
        """
        Kenya, Peru, Norway, France, Germany, Spain, Portugal, Italy, Greece, Austria, Switzerland, Belgium,
        Luxembourg, Denmark, Sweden, Finland, Iceland, Ireland, Scotland, Wales, England, Poland, Slovakia, Hungary,
        Slovenia, Croatia, Serbia, Bosnia, Albania, Montenegro, Kosovo, Bulgaria, Romania, Moldova, Ukraine,
        Estonia, Latvia, Lithuania, Turkey, Georgia, Armenia, Azerbaijan, Cyprus, Malta, Egypt, Tunisia, Algeria,
        Morocco, Senegal, Mali, Ghana, Togo, Benin, Nigeria, Cameroon, Gabon, Ethiopia, Uganda, Rwanda, Tanzania,
        Zambia, Zimbabwe, Malawi, Botswana, Namibia, Mozambique, Lesotho, Madagascar, Mauritius, South Africa,
        Jordan, Oman, Qatar, Kazakhstan, Uzbekistan, Kyrgyzstan, Tajikistan, Mongolia, India, Nepal, Bhutan,
        Bangladesh, Pakistan, Sri Lanka, Thailand, Laos, Cambodia, Vietnam, Malaysia, Indonesia, Brunei, China,
        Taiwan, Japan, South Korea, Australia, New Zealand, Fiji, Samoa, Tonga, Vanuatu, Canada, Mexico, Guatemala,
        Honduras, Costa Rica, Panama, Cuba, Jamaica, Barbados, Colombia, Ecuador, Bolivia, Chile, Argentina,
        Paraguay, Brazil, Guyana, Suriname
        """
    ),
    "place": _list(
        """
        park, library, market, harbour, station, school, playground, museum, zoo, farm, garden, orchard, beach,
        lake, river, swimming pool, gym, stadium, sports centre, sports hall, ice rink, skate park, theatre, cinema,
        concert hall, gallery, art school, music school, university, kindergarten, community centre, youth club,
        town hall, town square, village green, post office, bank, hospital, clinic, pharmacy, airport, bus station,
        ferry terminal, port, marina, campsite, youth hostel, hotel, restaurant, cafe, canteen, bakery, supermarket,
        shopping centre, warehouse, factory, workshop, sawmill, mill, dairy, brickyard, quarry, vineyard,
        greenhouse, nursery, botanical garden, aquarium, planetarium, observatory, nature reserve, forest,
        picnic area, fairground, amusement park, water park, climbing hall, bowling alley, chess club, tennis club,
        rowing club, sailing club, riding school, stables, dance studio, pottery studio, recycling centre,
        fire station, lighthouse, castle, old mill, windmill, pier, boatyard, shipyard, bazaar, food court,
        cattle market, fish market, flower market, laboratory, computer room, study hall, science centre,
        animal shelter, bird sanctuary, allotment, ranger station, velodrome, amphitheatre, arboretum
        """
    ),
    "shop": _list(
        """
        bakery, bookshop, kiosk, supermarket, grocery, greengrocer's, butcher's, fishmonger's, florist's, pharmacy,
        chemist's, toy shop, sweet shop, shoe shop, clothes shop, hat shop, gift shop, souvenir shop, pet shop,
        sports shop, bike shop, music shop, hardware store, furniture store, department store, electronics store,
        stationery shop, craft shop, art shop, fabric shop, wool shop, tea shop, coffee shop, cheese shop,
        ice cream parlour, farm shop, corner shop, market stall, fruit stall, garden centre, jeweller's, optician's,
        hairdresser's, antique shop, second-hand shop, charity shop, flea market, school shop, museum shop, canteen,
        pizzeria, snack bar, food truck, sandwich bar, paint shop, lamp shop, game shop, comic shop, record shop,
        delicatessen, haberdashery, patisserie, chocolatier's, tailor's, cobbler's, ironmonger's
        """
    ),
    "event": _list(
        """
        fair, concert, picnic, party, birthday party, wedding, barbecue, festival, carnival, parade, school fair,
        school play, sports day, open day, bake sale, book fair, science fair, art exhibition, exhibition,
        flea market, jumble sale, garage sale, charity run, marathon, fun run, race, regatta, tournament,
        chess tournament, football match, quiz night, talent show, puppet show, circus, play, musical, opera,
        ballet, film night, reading night, poetry evening, dance, ball, class trip, school trip, excursion,
        summer camp, camping trip, workshop, conference, meeting, ceremony, prize-giving, graduation, reunion,
        family reunion, housewarming, farewell party, costume party, tea party, street party, garden party,
        harvest festival, music festival, film festival, food festival, lantern festival, spring fair,
        winter market, treasure hunt, spelling bee, debate, robotics contest, kite festival, plant swap, gymkhana,
        hackathon
        """
    ),
    "subject": _list(
        """
        maths, biology, art, physics, chemistry, history, geography, music, English, French, Spanish, German, Latin,
        Greek, Japanese, science, computer science, sports, drama, literature, economics, philosophy, psychology,
        sociology, astronomy, geology, ecology, woodwork, cookery, needlework, media studies, statistics, algebra,
        geometry, reading, spelling, handwriting, ethics, robotics, photography, engineering, politics, botany,
        zoology, linguistics, oceanography
        """
    ),
    "sport": _list(
        """
        football, chess, tennis, basketball, volleyball, handball, hockey, ice hockey, rugby, cricket, baseball,
        softball, badminton, squash, table tennis, golf, swimming, diving, water polo, rowing, canoeing, sailing,
        surfing, running, athletics, gymnastics, cycling, skating, skiing, snowboarding, curling, judo, karate,
        taekwondo, fencing, archery, climbing, hiking, orienteering, riding, dance, ballet, yoga, netball, lacrosse,
        floorball, korfball, bowling, snooker, darts, debating, quiz, robotics, triathlon, biathlon,
        beach volleyball, kabaddi, sepak takraw, pétanque, hurling, parkour, trampolining, skateboarding, draughts,
        sudoku, juggling, underwater hockey, bouldering
        """
    ),
    "colour": _list(
        """
        red, blue, green, yellow, orange, purple, pink, brown, black, white, grey, silver, gold, turquoise, violet,
        beige, cream, maroon, navy, lilac, magenta, olive, teal, crimson, scarlet, indigo, lavender, mint green,
        dark blue, light blue, dark green, light green, sky blue, lime green, bright red, pale yellow, ivory,
        bronze, copper, coral, ochre, cyan, burgundy, khaki, salmon, amber, mauve, fuchsia, vermilion, taupe,
        cerulean, chartreuse
        """
    ),
    "day": _list(
        """
        Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
        """
    ),
    "month": _list(
        """
        January, February, March, April, May, June, July, August, September, October, November, December
        """
    ),
    "season": _list(
        """
        spring, summer, autumn, winter
        """
    ),
    "liquid": _list(
        """
        milk, juice, water, lemonade, orange juice, apple juice, grape juice, tomato juice, carrot juice,
        mango juice, cranberry juice, tea, iced tea, coffee, cocoa, soup, broth, stock, olive oil, sunflower oil,
        cooking oil, sesame oil, vinegar, cream, buttermilk, yoghurt, kefir, honey, syrup, maple syrup, soy sauce,
        paint, white paint, blue paint, varnish, glue, ink, shampoo, soap, detergent, petrol, diesel, fuel, oil,
        rainwater, seawater, salt water, mineral water, coconut milk, oat milk, soy milk, goat milk, lassi, punch,
        squash, cordial, gravy, custard, melted butter, paraffin, turpentine, resin, sap, horchata, molasses
        """
    ),
    "powder": _list(
        """
        flour, rice, sugar, salt, brown sugar, icing sugar, cocoa powder, milk powder, baking powder, yeast,
        cornflour, rye flour, wheat flour, oats, barley, wheat, maize, millet, quinoa, couscous, bulgur, semolina,
        lentils, beans, chickpeas, peas, nuts, almonds, peanuts, walnuts, raisins, coffee, tea, pepper, paprika,
        cinnamon, turmeric, curry powder, sesame, poppy seeds, sunflower seeds, birdseed, grass seed, dog food,
        cat food, hay, straw, compost, soil, sand, gravel, cement, plaster, clay, chalk, coal, sawdust, fertiliser,
        washing powder, potatoes, onions, apples, carrots, tomatoes, butter, cheese, pasta, chocolate, wax,
        scrap metal, amaranth, saffron, cardamom, tapioca, buckwheat, polenta, sorghum, teff
        """
    ),
    "material": _list(
        """
        rope, ribbon, wire, string, cord, yarn, wool, thread, twine, fishing line, cable, chain, hose, pipe, tape,
        elastic, lace, fabric, cloth, cotton, linen, silk, velvet, felt, denim, canvas, tweed, satin, fleece,
        leather, carpet, wallpaper, wrapping paper, foil, cling film, fencing, netting, wire mesh, timber, moulding,
        skirting board, guttering, bunting, braid, ribbon cable, copper wire, curtain fabric, gauze, tulle,
        corduroy, muslin, calico, burlap, raffia, brocade, chiffon, flannel, seersucker, gingham
        """
    ),
    "adjective": _list(
        """
        old, tiny, shiny, new, big, small, little, large, huge, long, short, thin, thick, wide, narrow, round,
        square, flat, heavy, light, soft, hard, smooth, rough, bright, dark, dull, pale, colourful, striped,
        spotted, checked, plain, pretty, beautiful, lovely, handsome, fancy, elegant, simple, strange, odd, funny,
        rare, precious, cheap, expensive, valuable, broken, cracked, dusty, dirty, clean, wet, dry, rusty, polished,
        painted, wooden, plastic, metal, glass, golden, silver, red, blue, green, yellow, white, black, brown,
        purple, pink, grey, orange, lost, forgotten, used, second-hand, antique, modern, home-made, handmade,
        foreign, crooked, pointed, curved, hollow, fragile, sturdy, patterned, glittering, sparkling, wrinkled,
        faded, miniature, giant, medium-sized, turquoise, iridescent, speckled, dainty, quaint, lopsided, crimson,
        opaque
        """
    ),
    "surname": _list(
        """
        Smith, Jones, Taylor, Brown, Wilson, Evans, Thomas, Johnson, Walker, Wright, Robinson, Thompson, White,
        Green, Hall, Clarke, Murphy, Kelly, O'Brien, Byrne, MacDonald, Campbell, Stewart, Müller, Schmidt,
        Schneider, Fischer, Weber, Wagner, Becker, Hoffmann, Martin, Bernard, Dubois, Moreau, Laurent, Rossi, Russo,
        Ferrari, Esposito, Bianchi, García, Fernández, González, Rodríguez, López, Martínez, Sánchez, Torres, Silva,
        Santos, Oliveira, Pereira, Costa, Almeida, Hansen, Olsen, Larsen, Nielsen, Andersson, Lindgren, Korhonen,
        Virtanen, Novák, Dvořák, Horváth, Nagy, Popescu, Ivanov, Petrova, Kuznetsov, Shevchenko, Kowalski, Nowak,
        Papadopoulos, Yılmaz, Demir, Haddad, Khoury, Mansour, Hosseini, Karimi, Khan, Ahmed, Hussain, Singh, Patel,
        Sharma, Gupta, Reddy, Nair, Iyer, Fernando, Perera, Wang, Li, Zhang, Chen, Wong, Lee, Kim, Park, Choi,
        Tanaka, Suzuki, Sato, Takahashi, Watanabe, Nguyen, Tran, Pham, Santoso, Wijaya, Cruz, Reyes, Mensah,
        Boateng, Owusu, Okafor, Adeyemi, Eze, Balogun, Diallo, Traoré, Ndiaye, Kamau, Mwangi, Odhiambo, Tesfaye,
        Dlamini, Nkosi, Moyo, Banda, Phiri, Kealoha, Tūhoe, Quispe, Mamani, Begay
        """
    ),
    "team": _list(
        """
        Otters, Tigers, Lions, Bears, Wolves, Eagles, Hawks, Falcons, Sharks, Dolphins, Panthers, Foxes, Ravens,
        Owls, Badgers, Beavers, Bees, Hornets, Wildcats, Bulldogs, Mustangs, Broncos, Rams, Bulls, Stallions,
        Cheetahs, Leopards, Cobras, Pythons, Dragons, Giants, Comets, Rockets, Meteors, Stars, Suns, Thunderbolts,
        Storm, Tornadoes, Hurricanes, Blazers, Flames, Lightning, Wanderers, Rovers, Rangers, Explorers, Pioneers,
        Captains, Pirates, Voyagers, Knights, Royals, Kings, Queens, Champions, Strikers, Sprinters, Jumpers,
        Kickers, Reds, Blues, Greens, Blackbirds, Robins, Kingfishers, Puffins, Penguins, Pandas, Koalas, Kangaroos,
        Hedgehogs, Squirrels, Geckos, Meerkats, Lemurs, Axolotls, Narwhals, Wombats, Ibexes
        """
    ),
    "petname": _list(
        """
        Rex, Bella, Luna, Max, Charlie, Buddy, Rocky, Daisy, Coco, Milo, Oscar, Toby, Shadow, Ginger, Smokey, Tiger,
        Whiskers, Mittens, Snowball, Fluffy, Fluff, Patch, Spot, Socks, Pepper, Biscuit, Cookie, Muffin, Pumpkin,
        Peanut, Nibbles, Thumper, Hoppy, Bubbles, Goldie, Polly, Tweetie, Kiki, Rio, Sunny, Star, Blaze, Thunder,
        Lightning, Silver, Storm, Dobbin, Bess, Bruno, Balu, Fido, Waffles, Pretzel, Noodle, Sushi, Mochi, Tofu,
        Pickles, Ziggy, Zorro, Ziva, Domino, Bandit, Scout, Ranger, Teddy, Bear, Honey, Sugar, Caramel, Truffle,
        Hazel, Olive, Basil, Turnip, Marzipan, Quincy
        """
    ),
    "language": _list(
        """
        English, French, Spanish, German, Italian, Portuguese, Dutch, Danish, Swedish, Norwegian, Finnish,
        Icelandic, Polish, Czech, Hungarian, Romanian, Bulgarian, Greek, Turkish, Russian, Ukrainian, Arabic,
        Hebrew, Persian, Hindi, Urdu, Bengali, Tamil, Nepali, Thai, Vietnamese, Malay, Indonesian, Chinese, Korean,
        Japanese, Swahili, Amharic, Hausa, Yoruba, Igbo, Zulu, Xhosa, Maori, Samoan, Hawaiian, Quechua, Guarani,
        Welsh, Irish, Basque, Catalan, Esperanto
        """
    ),
    "meal": _list(
        """
        breakfast, lunch, dinner, supper, brunch, teatime, dessert
        """
    ),
    "hobby": _list(
        """
        reading, painting, drawing, knitting, sewing, crocheting, baking, cooking, gardening, swimming, running,
        cycling, hiking, climbing, skating, dancing, singing, fishing, sailing, rowing, surfing, skiing,
        birdwatching, stargazing, photography, pottery, juggling, yoga, origami, calligraphy, woodwork,
        practising the piano, practising the violin, playing chess, playing football, playing the guitar,
        solving puzzles, writing stories, learning French, learning to type, training, studying, exercising,
        meditating, walking the dog, weaving, whittling, embroidery, model building, beekeeping
        """
    ),
}
