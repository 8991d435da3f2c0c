package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderKeyTest {
    private static final int[] ALPHABET = {
        'a', 'b', 0, 0x7f, 0xe4, 0x30ab, 0xd7ff, 0xe000, 0xff21, 0xffff, 0x10000, 0x1f600, 0x1f601, 0x10ffff, 0xd83d,
        0xd800, 0xdbff, 0xdc00, 0xde00, 0xdfff
    };

    @Test
    void anEmojiComesAfterEveryCharacterOfTheBasicPlane() {
        assertThat(OrderKey.COMPARATOR.compare("\uFF21", "\uD83D\uDE00")).isNegative();
        assertThat("\uFF21".compareTo("\uD83D\uDE00")).as("what Java thinks").isPositive();
    }

    @Test
    void aPrefixComesFirst() {
        assertThat(OrderKey.COMPARATOR.compare("a", "ab")).isNegative();
        assertThat(OrderKey.COMPARATOR.compare("", "\0")).isNegative();
        assertThat(OrderKey.COMPARATOR.compare("a", "a")).isZero();
    }

    @Test
    void anyTwoTextsCompareAsTheirCodePoints() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            String left = text(random);
            String right = random.nextInt(10) == 0 ? left : text(random);
            int expected = Integer.signum(Arrays.compare(
                    left.codePoints().toArray(), right.codePoints().toArray()));
            assertThat(Integer.signum(OrderKey.COMPARATOR.compare(left, right)))
                    .as("%s and %s", Arrays.toString(left.toCharArray()), Arrays.toString(right.toCharArray()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void lowerCaseIsTakenByCodePoint() {
        assertThat(OrderKey.of("Ünal")).isEqualTo("ünal");
        assertThat(OrderKey.of("ΟΔΟΣ")).as("no final sigma").isEqualTo("οδοσ");
        assertThat(OrderKey.of("İ")).as("one character stays one").hasSize(1);
        assertThat(OrderKey.of("\uD801\uDC00")).as("Deseret").isEqualTo("\uD801\uDC28");
        assertThat(OrderKey.of("ß_%\\'")).isEqualTo("ß_%\\'");
    }

    @Test
    void positionsCompareByKeyThenById() {
        var first = new SourceQuery.Position("a", "\uFF21");
        var second = new SourceQuery.Position("a", "\uD83D\uDE00");
        var third = new SourceQuery.Position("b", "");
        assertThat(List.of(third, second, first).stream().sorted()).containsExactly(first, second, third);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(5), 0, ALPHABET.length)
                .map(i -> ALPHABET[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
