package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    @Test
    void starsCutATextIntoLiterals() {
        assertThat(TextPattern.of("jo*n").literals()).containsExactly("jo", "n");
        assertThat(TextPattern.of("*").literals()).containsExactly("", "");
        assertThat(TextPattern.of("").literals()).containsExactly("");
        assertThat(TextPattern.of("*a%_\\*").literals()).containsExactly("", "a%_\\", "");
    }

    @Test
    void repeatedStarsAreOne() {
        assertThat(TextPattern.of("a***b**")).isEqualTo(TextPattern.of("a*b*"));
        assertThat(TextPattern.of("***")).isEqualTo(TextPattern.of("*"));
    }

    @Test
    void aStarIsOrdinaryInAnExactPattern() {
        assertThat(TextPattern.exactly("a*b").isExact()).isTrue();
        assertThat(TextPattern.exactly("a*b").render(String::toUpperCase, "%")).isEqualTo("A*B");
    }

    @Test
    void prefixAndSuffixGoAround() {
        assertThat(TextPattern.exactly("a*b").between("*", "*").literals()).containsExactly("", "a*b", "");
        assertThat(TextPattern.of("*a").between("*", "").literals()).containsExactly("", "a");
        assertThat(TextPattern.of("a").between("x*y", "z").literals()).containsExactly("x", "yaz");
        assertThat(TextPattern.of("a").between("", "")).isEqualTo(TextPattern.exactly("a"));
        assertThat(TextPattern.of("*").between("*", "*")).isEqualTo(TextPattern.of("*"));
    }

    @Test
    void everyLiteralIsEscapedByItself() {
        String rendered = TextPattern.of("50%*a_b").render(text -> text.replaceAll("([%_])", "!$1"), "%");
        assertThat(rendered).isEqualTo("50!%%a!_b");
    }

    @Test
    void aPatternNeedsALiteral() {
        assertThatThrownBy(() -> new TextPattern(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrappingIsTheSameAsWritingItOut() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            String prefix = text(random);
            String inner = text(random);
            String suffix = text(random);
            assertThat(TextPattern.of(inner).between(prefix, suffix))
                    .isEqualTo(TextPattern.of(prefix + inner + suffix));
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> "*ab%".substring(i % 4, i % 4 + 1).repeat(random.nextInt(3)))
                .collect(Collectors.joining());
    }
}
