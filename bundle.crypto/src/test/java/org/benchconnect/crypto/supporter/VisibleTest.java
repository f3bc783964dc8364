package org.benchconnect.crypto.supporter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0085, 0x00A0, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D,
                        0x180E,
                0x180F, 0x200B, 0x200D, 0x200F, 0x2028, 0x202E, 0x2060, 0x2065, 0x206F, 0x2800, 0x3000, 0x3164, 0xD800,
                        0xE000,
                0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0xE01EF,
                        0xE0FFF
            })
    void whatShowsNothingOrChangesWhatOthersShowIsFoundAnywhere(int character) {
        String one = Character.toString(character);

        assertFalse(Visible.is(one));
        assertFalse(Visible.is("Anna" + one + "Example"));
        assertFalse(Visible.is("Anna Example" + one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Example",
                "Zoë O’Neill-Çelik",
                "Łukasz Żak",
                "李 明",
                "김 민수",
                "Ольга",
                "सुनीता",
                "ខ្មែរ",
                "ᠮᠣᠩᠭᠣᠯ"
            })
    void namesOfPeopleAreNot(String name) {
        assertTrue(Visible.is(name));
    }
}
