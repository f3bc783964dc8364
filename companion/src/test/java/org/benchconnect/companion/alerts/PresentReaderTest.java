package org.benchconnect.companion.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentReaderTest {
    @Test
    void unreadableNoticesAreNullAndNotNone() throws Exception {
        Present present = PresentReader.read("{\"mayAcquire\":true,\"notices\":null,\"more\":0}");

        assertNull(present.notices());
    }

    @Test
    void aTitleIsCutAndHoldsNoControlCharacters() throws Exception {
        String title = "a\\u0000b" + "x".repeat(5000);

        Present present = PresentReader.read(
                "{\"mayAcquire\":true,\"more\":0,\"notices\":[{\"id\":1,\"severity\":\"FAULT\",\"title\":\"" + title
                        + "\"}]}");

        String read = present.notices().get(0).title();
        assertEquals(PresentReader.TITLE, read.length());
        assertEquals("a b", read.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'mayAcquire':1,'notices':[],'more':0}",
                "{'mayAcquire':true,'notices':[{}],'more':0}",
                "{'mayAcquire':true,'notices':[{'id':0,'severity':'FAULT','title':'a'}],'more':0}",
                "{'mayAcquire':true,'notices':[{'id':1e9,'severity':'FAULT','title':'a'}],'more':0}",
                "{'mayAcquire':true,'notices':[{'id':1,'severity':'INFO','title':'a'}],'more':0}",
                "{'mayAcquire':true,'notices':[],'more':-1}"
            })
    void whatIsNotAsDocumentedIsRefusedWithoutQuotingIt(String event) {
        String json = event.replace('\'', '"');

        UnreadableEventException refused = assertThrows(UnreadableEventException.class, () -> PresentReader.read(json));

        assertFalse(refused.getMessage().contains("{"));
    }
}
