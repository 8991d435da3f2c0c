package org.clientele.benchmarks;

import java.util.Arrays;

/** Names as a customer base has them: a few frequent ones, and very many rare ones. */
final class Names {
    private static final String[] FIRST =
            ("James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph"
                            + " Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty"
                            + " Mark Ashley Donald Emily Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth"
                            + " Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie George Rebecca Jason Sharon"
                            + " Edward Laura Jeffrey Cynthia Ryan Dorothy Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley"
                            + " Jürgen Brenda Stephen Emma Łukasz Anna Larry Pamela Justin Nicole Søren Samantha Brandon"
                            + " Katherine Benjamin Christine Ünal Helen Gregory Debra Zoë Rachel Raymond Carolyn Frank Janet"
                            + " Patrick Maria Alexander Catherine Jack Heather Dennis Diane")
                    .split(" ");
    private static final String[] FREQUENT =
            ("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson"
                            + " Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark"
                            + " Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green"
                            + " Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner"
                            + " Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez"
                            + " Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson"
                            + " Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders"
                            + " Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman"
                            + " Butler Henderson Barnes Gonzales Fisher Vasquez Simmons O'Brien Müller Ünal Yıldız Jørgensen"
                            + " カス Goldsmith Smithson")
                    .split(" ");
    private static final String[] STARTS =
            ("Al An Ar As Bal Bar Bel Ber Bor Bran Bren Cal Car Cas Cor Dal Dar Del Dor Dun El Er Fal Far Fen Fer Gal Gar"
                            + " Gor Hal Har Hel Hol Jar Kal Kar Kel Kor Lan Lar Len Lor Mal Mar Mel Mor Nal Nor Or Pal Par"
                            + " Pel Ral Ren Sal Sor Tal Tor Val Wal")
                    .split(" ");
    private static final String[] MIDDLES = "a an ba be da de en er i in la le ma mo na".split(" ");
    private static final String[] ENDS =
            ("bach berg born brook by carr dahl dale den dorf feld field ford gard gate ham haus heim holm hurst kamp land"
                            + " ley lin lund mann mark mere mont more nes ridge rup sen shaw son sted strom ton ward well"
                            + " wick wood worth")
                    .split(" ");
    private static final double SHARE_OF_FREQUENT = 0.25;
    /** With this exponent the most frequent name is that of 1 % of all people. */
    private static final double EXPONENT = 0.45;

    private static final double[] CUMULATED = cumulated();

    private Names() {}

    static String first(Chance chance) {
        return FIRST[chance.below(FIRST.length, 0)];
    }

    static String last(Chance chance) {
        return chance.fraction(1) < SHARE_OF_FREQUENT ? frequent(chance.fraction(2)) : composed(chance);
    }

    private static String composed(Chance chance) {
        return STARTS[chance.below(STARTS.length, 3)]
                + MIDDLES[chance.below(MIDDLES.length, 4)]
                + ENDS[chance.below(ENDS.length, 5)];
    }

    /** By Zipf's law. */
    private static String frequent(double fraction) {
        int place = Arrays.binarySearch(CUMULATED, fraction);
        return FREQUENT[Math.min(FREQUENT.length - 1, place < 0 ? -place - 1 : place)];
    }

    private static double[] cumulated() {
        double[] sums = new double[FREQUENT.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.pow(i + 1, -EXPONENT);
            sums[i] = sum;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sum;
        }
        return sums;
    }
}
