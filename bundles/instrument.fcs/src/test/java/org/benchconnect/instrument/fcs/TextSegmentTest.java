package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One test for each way in which TEXT is written in the wild. */
class TextSegmentTest {
    private static Keywords parse(String text) {
        Keywords keywords = TextSegment.parse(text.getBytes(StandardCharsets.ISO_8859_1), false)
                .keywords();
        if (keywords == null) {
            throw new AssertionError("no keywords");
        }
        return keywords;
    }

    private static void assertTotal(double total, String text) {
        assertEquals(total, parse(text).number("$TOT").orElseThrow());
    }

    @Nested
    class Delimiter {
        @Test
        void isWhateverByteComesFirst() {
            for (String delimiter : List.of("/", "\\", "|", "!", "\n", "\f", "\t", "\u001e", ",", "\u00a7")) {
                assertTotal(5, "/$PAR/2/$TOT/5/".replace("/", delimiter));
            }
        }

        @Test
        void doubledBehindAKeywordIsAnEmptyValue() {
            assertTotal(5, "/$OP//$INST//$TOT/5/");
            assertTrue(parse("/$TOT//$PAR/5/").has("$TOT"));
            assertTrue(parse("/$TOT//$PAR/5/").number("$TOT").isEmpty());
        }

        @Test
        void doubledWithinAValueIsPartOfIt() {
            assertTotal(5, "/$FIL/a//b////c///$TOT/5/");
            assertEquals(
                    FcsModel.NAVIOS,
                    parse("/$CYT/Beckman//Navios/$TOT/5/").model().orElseThrow());
        }

        @Test
        void mayBeMissingAtTheEnd() {
            assertTotal(5, "/$PAR/2/$TOT/5");
        }

        @Test
        void mayBeDoubledAtTheEnd() {
            assertTotal(5, "/$PAR/2/$TOT/5//");
        }

        @Test
        void mayComeLateBehindBlanks() {
            for (String early : List.of(" ", "\0", "\n", "\r\n", " ".repeat(16))) {
                assertTotal(5, early + "/$PAR/2/$TOT/5/");
            }
        }

        @Test
        void mayBeLeftOutOfTextThatBeginsOneByteLate() {
            assertTotal(5, "$PAR/2/$TOT/5/");
            assertTotal(5, "$P1B\f16\f$TOT\f5\f");
        }

        @Test
        void tooManyOfThemAreSkipped() {
            assertTotal(5, "///$PAR/2/$OP////$TOT/5/");
        }

        @Test
        void notDoubledWithinAValueSpoilsThatValueOnly() {
            assertTotal(5, "\\$FIL\\\\\\server\\share\\$PAR\\2\\$TOT\\5\\");
            assertTotal(5, "/$OP/a/b/$PAR/2/$TOT/5/");
            assertEquals(2, parse("/$OP/a/b/$PAR/2/$TOT/5/").number("$PAR").orElseThrow());
        }

        @Test
        void doubledBehindAValueWithoutNeedJoinsWhatFollows() {
            assertTotal(5, "/$OP/a//$PAR/2/$TOT/5/$MODE/L/");
        }
    }

    @Nested
    class Padding {
        @Test
        void ofNulsOrBlanksAtTheEndIsIgnored() {
            assertTotal(5, "/$PAR/2/$TOT/5/" + "\0".repeat(5700));
            assertTotal(5, "/$PAR/2/$TOT/5/" + " ".repeat(5700));
            assertTotal(5, "/$PAR/2/$TOT/5" + " \0\r\n".repeat(9));
        }

        @Test
        void aroundValuesAndKeywordsIsIgnored() {
            assertTotal(5, "/$PAR/2/ $TOT /   5   /");
            assertTotal(5, "/$PAR/2/\r\n$TOT/5\0\0/");
        }

        @Test
        void keepsADelimiterOfWhiteSpace() {
            assertTotal(5, "\n$PAR\n2\n$TOT\n5\n\n\n\n");
            assertTotal(5, "\f$PAR\f2\f$TOT\f5\f    ");
        }
    }

    @Nested
    class Keyword {
        @Test
        void mayHoldWhiteSpace() {
            assertTotal(5, "/CASE NUMBER/1/EXPORT USER NAME/x y/$TOT/5/");
        }

        @Test
        void matchesWhateverItsCase() {
            assertEquals(5, parse("/$tot/5/").number("$TOT").orElseThrow());
            assertEquals(5, parse("/$TOT/5/").number("$Tot").orElseThrow());
            assertEquals(250, parse("/$p12v/250/").number("$P12V").orElseThrow());
        }

        @Test
        void thatComesTwiceKeepsItsFirstValue() {
            assertTotal(5, "/$TOT/5/$TOT/6/");
        }

        @Test
        void thatComesTwiceKeepsTheValueThatIsValid() {
            assertTotal(6, "/$TOT/ /$TOT/6/");
            assertTotal(6, "/$TOT/many/$TOT/6/");
        }

        @Test
        void withoutAValueIsThereAndInvalid() {
            assertTrue(parse("/$PAR/2/$TOT").has("$TOT"));
            assertTrue(parse("/$PAR/2/$TOT/").has("$TOT"));
            assertTrue(parse("/$PAR/2/$TOT/").number("$TOT").isEmpty());
            assertTrue(parse("/$TOT/  /$PAR/2/").isBlank("$TOT"));
            assertTrue(parse("/$TOT//$PAR/2/").isBlank("$TOT"));
            assertFalse(parse("/$TOT/x/$PAR/2/").isBlank("$TOT"));
            assertFalse(parse("/$PAR/2/").isBlank("$TOT"));
        }

        @Test
        void whoseValueWasLeftOutDoesNotTakeTheNextOne() {
            Keywords keywords = parse("/$CYTSN/$PAR/2/$TOT/5/");

            assertTrue(keywords.serial("$CYTSN").isEmpty());
            assertEquals(2, keywords.number("$PAR").orElseThrow());
        }
    }

    @Test
    void nonAsciiBytesAreValuesLikeOthers() {
        assertTotal(5, "/$OP/J\u00f6rg \u00b5\u00ff/\u00c4\u00d6/\u00e9/$TOT/5/");
        assertTrue(parse("/$STOPREASON/x/$PAR/2/@STOPREASON/\u00b5/").has("@STOPREASON"));
    }

    @Test
    void aValueLongerThanAnyValidOneIsInvalid() {
        Keywords keywords = parse("/$CYT/Navios" + " ".repeat(200) + "x/$TOT/5/");

        assertTrue(keywords.has("$CYT"));
        assertTrue(keywords.model().isEmpty());
    }

    @Test
    void whatTheEndOfTheFileCutIsNotTaken() {
        byte[] file = SyntheticFcs.of("FCS3.1").with("$TOT", "31415").bytes();
        int end = 58
                + "/$PAR/2/$DATATYPE/I/$MODE/L/$BYTEORD/1,2,3,4/".length()
                + "$BEGINDATA/0000000000/$ENDDATA/0000000000/$NEXTDATA/0000000000/$TOT/26".length();

        FcsFile cut = ByteArrayChannel.read(Arrays.copyOf(file, end));

        assertEquals(FcsRefusal.TEXT_TRUNCATED, cut.reading().reason());
        assertEquals(Reading.Outcome.PARTIAL, cut.reading().outcome());
        assertFalse(cut.datasets().get(0).text().has("$TOT"));
        assertEquals(2, cut.datasets().get(0).text().number("$PAR").orElseThrow());
    }

    @Nested
    class Header {
        @Test
        void mayPutTextAnywhere() {
            for (int offset : new int[] {58, 74, 256, 5000}) {
                FcsFile file = ByteArrayChannel.read(
                        SyntheticFcs.instrument("Navios").textAt(offset).bytes());

                assertEquals(Reading.Outcome.READ, file.reading().outcome());
                assertEquals(offset, file.datasets().get(0).textExtent().first());
            }
        }

        @Test
        void mayWriteItsNumbersInAnyWay() {
            for (String number : List.of(
                    "      74", "\t\t74\t\t\t\t", "74      ", "00000074", "  74    ", "74\0\0\0\0\0\0", "  000074")) {
                byte[] file = SyntheticFcs.instrument("Navios")
                        .textAt(74)
                        .field(0, number)
                        .bytes();

                assertEquals(
                        Reading.Outcome.READ,
                        ByteArrayChannel.read(file).reading().outcome(),
                        number);
            }
        }

        @Test
        void ofWhichAnalysisIsAnythingIsRead() {
            byte[] file = SyntheticFcs.instrument("Navios")
                    .field(4, "        ")
                    .field(5, "whatever")
                    .bytes();

            assertEquals(
                    Reading.Outcome.READ, ByteArrayChannel.read(file).reading().outcome());
        }
    }
}
