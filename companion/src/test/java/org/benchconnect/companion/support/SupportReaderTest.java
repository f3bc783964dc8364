package org.benchconnect.companion.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.benchconnect.companion.alerts.UnreadableEventException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportReaderTest {
    private static final String RUNS =
            "{'session':{'state':'AUTHENTICATED','later':[1],'practice':false,'compared':true,'authenticationString':null,"
                    + "'supporter':{'name':'Ada\u202E Keller'},'permissions':[{'text':'Sees this screen.'}],'request':{'id':'00e1'}},'text':null}";

    private static Support read(String json) throws UnreadableEventException {
        return SupportReader.read(json.replace('\'', '"'));
    }

    @Test
    void aSessionIsReadAndANameThatTurnsTextAroundIsMadeHarmless() throws Exception {
        assertEquals(
                new Support(true, false, "Ada\uFFFD Keller", List.of("Sees this screen."), "", "00e1"), read(RUNS));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0085, 0x00A0, 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x202E,
                0x2060, 0x2065, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173, 0xE0041, 0xE01EF
            })
    void whatShowsNothingInANameIsSeenAsRefused(int character) throws Exception {
        String name = "A" + Character.toString(character) + "B";

        assertEquals("A\uFFFDB", read(RUNS.replace("Ada\u202E Keller", name)).name());
    }

    @Test
    void theStringIsSaidUntilItWasCompared() throws Exception {
        String asked = RUNS.replace("'authenticationString':null", "'authenticationString':'482913'");

        assertEquals("", read(asked).string());
        assertEquals(
                "482 913",
                read(asked.replace("'compared':true", "'compared':false")).string());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISABLED", "IDLE", "CLOSED", "LOCKED_OUT"})
    void betweenSessionsThereIsNone(String state) throws Exception {
        assertEquals(Support.NONE, read(RUNS.replace("AUTHENTICATED", state)));
    }

    @Test
    void aStateOfALaterAgentShowsABannerRatherThanNone() throws Exception {
        assertEquals(true, read(RUNS.replace("AUTHENTICATED", "SOMETHING_NEW")).runs());
    }

    @Test
    void withoutCodeForSessionsThereIsNone() throws Exception {
        assertEquals(Support.NONE, read("{'session':null,'text':'none'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'session':1}",
                "{'session':{}}",
                "{'session':{'state':'INVITED'}}",
                "{'session':{'state':'INVITED','practice':false,'compared':false,'authenticationString':'48291','permissions':[]}}",
                "{'session':{'state':'INVITED','practice':false,'compared':false,'permissions':[{}]}}"
            })
    void anythingElseIsNotUnderstood(String json) {
        assertThrows(UnreadableEventException.class, () -> read(json));
    }
}
