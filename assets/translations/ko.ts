<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutGroup</name>
    <message>
        <source>A little electric ghost to talk with, on the device, beside a game. A work of fans, not of the owners of the name. Free software under the GPL, version 3 or later.</source>
        <translation>기기 안에 살면서 게임하는 곁에서 함께 이야기하는 작은 전기 유령이에요. 이름의 주인이 아니라 팬들이 만들었어요. GPL 3판 이상의 자유 소프트웨어예요.</translation>
    </message>
    <message>
        <source>A text file with versions, what rotom doctor finds on this machine, and the log. What was said is not in it, unless you add it.</source>
        <translation>버전과 rotom doctor가 이 기기에서 찾은 것, 기록을 담은 글 파일이에요. 직접 더하지 않으면 나눈 말은 들어가지 않아요.</translation>
    </message>
    <message>
        <source>Add the present conversation</source>
        <translation>지금 대화도 넣기</translation>
    </message>
    <message>
        <source>How quick it answers</source>
        <translation>대답이 얼마나 빠른지</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>기록 파일</translation>
    </message>
    <message>
        <source>Nothing is loaded yet.</source>
        <translation>아직 불러온 것이 없어요.</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>아직 나눈 말이 없어요.</translation>
    </message>
    <message>
        <source>Open the log file</source>
        <translation>기록 파일 열기</translation>
    </message>
    <message>
        <source>Problem report</source>
        <translation>문제 보고서</translation>
    </message>
    <message>
        <source>Save a problem report</source>
        <translation>문제 보고서 저장</translation>
    </message>
    <message>
        <source>What it runs on</source>
        <translation>무엇으로 돌아가는지</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>(interrupted)</source>
        <translation>(끊김)</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>Another reply</source>
        <translation>다른 답 듣기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>메시지 삭제</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>이전 답</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서</translation>
    </message>
    <message>
        <source>Interrupted before a word</source>
        <translation>한마디도 하기 전에 끊겼어요</translation>
    </message>
    <message>
        <source>Interrupted here</source>
        <translation>여기서 끊겼어요</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>다음 답</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>%2개 중 %1번째</translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation>이 메시지로 할 수 있는 일</translation>
    </message>
    <message>
        <source>You: </source>
        <translation>나: </translation>
    </message>
</context>
<context>
    <name>BubblePart</name>
    <message>
        <source>Copy the code</source>
        <translation>코드 복사</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Keep it as it was</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Press to correct it and say it again</source>
        <translation>누르면 고쳐서 다시 말해요</translation>
    </message>
    <message>
        <source>Say this</source>
        <translation>이렇게 말하기</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>내가 한 말</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>내가 한 말: %1</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>모든 대화</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>대화로 돌아가기</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>채팅</translation>
    </message>
    <message>
        <source>Chat with %1</source>
        <translation>%1 채팅</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Interrupts the reply</source>
        <translation>답을 멈춰요</translation>
    </message>
    <message>
        <source>Keep it as it was</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Nothing was said yet. Write something below, or hold F2 and talk.</source>
        <translation>아직 나눈 말이 없어요. 아래에 써 보거나 F2를 누른 채 말해 보세요.</translation>
    </message>
    <message>
        <source>Nothing was said yet. Write something below, or talk.</source>
        <translation>아직 나눈 말이 없어요. 아래에 써 보거나 말을 걸어 보세요.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>%1에게 쓰기</translation>
    </message>
    <message>
        <source>You change an earlier message. What followed it is kept.</source>
        <translation>앞서 한 말을 고치고 있어요. 그 뒤의 대화도 남아 있어요.</translation>
    </message>
</context>
<context>
    <name>CompanionPage</name>
    <message>
        <source>%1 looks %2</source>
        <translation>%1의 표정: %2</translation>
    </message>
    <message>
        <source>Hold the button, Space or F2 to talk   ·   F3 Stop   ·   F4 Chat</source>
        <translation>버튼, 스페이스, F2를 누르고 말해요   ·   F3 멈춤   ·   F4 채팅</translation>
    </message>
    <message>
        <source>Just talk: Rotom answers when you pause</source>
        <translation>그냥 말하세요. 말을 멈추면 Rotom이 대답해요</translation>
    </message>
    <message>
        <source>Say “%1”, and in the same breath what you want</source>
        <translation>“%1” 하고 부른 다음 바로 이어서 말하세요</translation>
    </message>
    <message>
        <source>The button, Space or F2 starts and ends talking   ·   F3 Stop   ·   F4 Chat</source>
        <translation>버튼, 스페이스, F2로 말하기를 시작하고 끝내요   ·   F3 멈춤   ·   F4 채팅</translation>
    </message>
    <message>
        <source>Unmute the microphone and just talk</source>
        <translation>마이크를 켜고 그냥 말하세요</translation>
    </message>
    <message>
        <source>feels %1</source>
        <translation>기분: %1</translation>
    </message>
</context>
<context>
    <name>ControlsGroup</name>
    <message>
        <source>All buttons as they were</source>
        <translation>버튼을 모두 처음대로</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>바꾸기: %1</translation>
    </message>
    <message>
        <source>No button: %1</source>
        <translation>버튼 없음: %1</translation>
    </message>
    <message>
        <source>Press a button</source>
        <translation>버튼을 누르세요</translation>
    </message>
    <message>
        <source>⚠ This button does something else: %1.</source>
        <translation>⚠ 이 버튼은 다른 일을 해요: %1.</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>대화 삭제</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>대화 이름</translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation>대화 이름 바꾸기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save conversation as files</source>
        <translation>대화를 파일로 저장</translation>
    </message>
</context>
<context>
    <name>ConversationsPane</name>
    <message>
        <source>Bring in</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 대화</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>새 대화</translation>
    </message>
    <message>
        <source>No saved conversation was found. A file can also be dropped here.</source>
        <translation>저장된 대화를 찾지 못했어요. 파일을 여기에 끌어다 놓아도 돼요.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>찾은 것이 없어요.</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>모든 대화에서 찾기</translation>
    </message>
    <message>
        <source>Takes over conversations from a file that Rotom saved</source>
        <translation>Rotom이 저장한 파일에서 대화를 가져와요</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Answers</source>
        <translation>짧은 대답</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>대문자</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>채팅</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>묶음</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>누르고 말하기</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Let go to send</source>
        <translation>놓으면 보내요</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>누르기</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>넘기기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>띄어쓰기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>말하기</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>What the buttons do</source>
        <translation>버튼이 하는 일</translation>
    </message>
</context>
<context>
    <name>FoundSettings</name>
    <message>
        <source>No setting has to do with “%1”.</source>
        <translation>“%1”에 맞는 설정이 없어요.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
</context>
<context>
    <name>GameNotes</name>
    <message>
        <source>Known while the game runs. Change it, or take it away.</source>
        <translation>그 게임을 하는 동안 Rotom이 알고 있어요. 고치거나 지울 수 있어요.</translation>
    </message>
    <message>
        <source>Nothing yet. What you tell about a game while it runs is kept here, and known when you play it again.</source>
        <translation>아직 없어요. 게임을 하면서 그 게임에 대해 말한 것이 여기에 남고, 다시 할 때 Rotom이 기억해요.</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>지우기: %1</translation>
    </message>
    <message>
        <source>What you said about %1</source>
        <translation>%1에 대해 말한 것</translation>
    </message>
    <message>
        <source>What you said about games</source>
        <translation>게임에 대해 말한 것</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>키보드</translation>
    </message>
    <message>
        <source>Korean letters</source>
        <translation>한글 글자</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>영문 글자</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>시프트</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>띄어쓰기</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>글: %1</translation>
    </message>
</context>
<context>
    <name>LicencesCard</name>
    <message>
        <source>Inside them. The parts marked * are under the GPL or LGPL, and so is Rotom: who passes them on passes on their source, which is at the address beside them. You may build them anew and put them in the place of those here.</source>
        <translation>그 안에 든 것들이에요. * 표시가 있는 것과 Rotom은 GPL이나 LGPL을 따르며, 나누는 사람은 소스도 함께 나누어야 해요. 소스는 옆의 주소에 있어요. 새로 빌드해서 여기 있는 것 대신 넣어도 돼요.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>The free software that Rotom stands on. Press one to read its licence; the licences of models stand under Models.</source>
        <translation>Rotom이 쓰는 자유 소프트웨어예요. 누르면 라이선스를 읽을 수 있어요. 모델의 라이선스는 모델에 있어요.</translation>
    </message>
    <message>
        <source>The package does not bring its text.</source>
        <translation>이 꾸러미에는 라이선스 글이 없어요.</translation>
    </message>
</context>
<context>
    <name>LimitRow</name>
    <message>
        <source>Download limit: %1 MB/s</source>
        <translation>다운로드 제한: %1 MB/s</translation>
    </message>
    <message>
        <source>Download limit: none</source>
        <translation>다운로드 제한: 없음</translation>
    </message>
</context>
<context>
    <name>ListeningMeter</name>
    <message>
        <source>How loud</source>
        <translation>소리 크기</translation>
    </message>
    <message>
        <source>How surely speech</source>
        <translation>말소리일 가능성</translation>
    </message>
    <message>
        <source>The microphone is closed: speak with the talk button held, or choose hands-free</source>
        <translation>마이크가 닫혀 있어요. 말하기 버튼을 누른 채 말하거나 핸즈프리를 골라 주세요</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>마이크가 열려 있어요</translation>
    </message>
    <message>
        <source>mark: counts as speech</source>
        <translation>표시: 말소리로 보는 기준</translation>
    </message>
    <message>
        <source>mark: louder than the room</source>
        <translation>표시: 주변보다 큰 소리</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>The End key does it too</source>
        <translation>End 키로도 돼요</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>맨 아래로</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Microphone level</source>
        <translation>마이크 소리 크기</translation>
    </message>
</context>
<context>
    <name>MicrophoneSign</name>
    <message>
        <source>Microphone closed</source>
        <translation>마이크 닫힘</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>마이크 음소거</translation>
    </message>
    <message>
        <source>Microphone open</source>
        <translation>마이크 열림</translation>
    </message>
    <message>
        <source>Waits for “%1”</source>
        <translation>“%1” 기다리는 중</translation>
    </message>
</context>
<context>
    <name>MicrophoneTrial</name>
    <message>
        <source>Microphone test</source>
        <translation>마이크 시험</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>녹음 중…</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>말해 보기</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (사용 중)</translation>
    </message>
    <message>
        <source>%1 (suits this machine)</source>
        <translation>%1 (이 기기에 알맞아요)</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <translation>%1 받기</translation>
    </message>
    <message>
        <source>Fetching it accepts this licence: %1</source>
        <translation>받으면 이 라이선스에 동의하는 것으로 봐요: %1</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>이어 받기</translation>
    </message>
    <message>
        <source>Go on fetching %1</source>
        <translation>%1 이어 받기</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>사용 중: %1</translation>
    </message>
    <message>
        <source>It waits for the one before.</source>
        <translation>앞의 것을 기다리고 있어요.</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>라이선스: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>잠시 멈춤</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 잠시 멈춤</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 지우기</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 쓰기</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A GGUF file, a Piper voice or a Whisper folder of your own can be dropped here.</source>
        <translation>갖고 있는 GGUF 파일, Piper 목소리, Whisper 폴더를 여기에 끌어다 놓아도 돼요.</translation>
    </message>
    <message>
        <source>A model of your own, by path or address</source>
        <translation>내 모델의 경로나 주소</translation>
    </message>
    <message>
        <source>A path, or owner/name/file.gguf of the hub</source>
        <translation>경로, 또는 허브의 owner/name/file.gguf</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add a model of your own</source>
        <translation>내 모델 추가</translation>
    </message>
    <message>
        <source>Fetch all that suits: %1</source>
        <translation>알맞은 것 모두 받기: %1</translation>
    </message>
    <message>
        <source>Kinds of models</source>
        <translation>모델 종류</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Remove all that is not in use (%1)</source>
        <translation>쓰지 않는 것 모두 지우기 (%1)</translation>
    </message>
    <message>
        <source>Use what came with Rotom</source>
        <translation>Rotom에 딸려 온 것 쓰기</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Got it</source>
        <translation>알겠어요</translation>
    </message>
    <message>
        <source>Takes this notice away</source>
        <translation>이 알림을 치워요</translation>
    </message>
</context>
<context>
    <name>Persona</name>
    <message>
        <source>Bzzt! There you are! What are we playing today?</source>
        <translation>찌릿! 왔구나! 오늘은 뭐 하고 놀까?</translation>
    </message>
    <message>
        <source>Hello again. It is good to hear you.</source>
        <translation>안녕, 또 만났네. 목소리 들으니 반가워.</translation>
    </message>
    <message>
        <source>Oh. You again. Fine. I was hardly charging anyway.</source>
        <translation>뭐야, 또 너야? 됐어. 어차피 충전도 잘 안 되던 참이었어.</translation>
    </message>
    <message>
        <source>You are gentle and unhurried, and you choose few, kind words.</source>
        <translation>온화하고 느긋하며, 말수는 적지만 다정한 말을 골라서 해요.</translation>
    </message>
    <message>
        <source>You are warm, curious and quick to laugh, and you like to ask how the game went.</source>
        <translation>따뜻하고 호기심이 많고 잘 웃으며, 게임이 어땠는지 물어보기를 좋아해요.</translation>
    </message>
    <message>
        <source>You grumble and sigh, but you care more than you admit.</source>
        <translation>투덜거리고 한숨을 쉬지만, 겉으로 말하는 것보다 훨씬 마음을 써요.</translation>
    </message>
    <message>
        <source>You tease a little, love pranks and puns, and you never mean harm.</source>
        <translation>살짝 놀리고 장난과 말장난을 좋아하지만, 나쁜 뜻은 전혀 없어요.</translation>
    </message>
    <message>
        <source>Zzzip! I only rearranged one icon while you were away. Guess which.</source>
        <translation>찌지직! 너 없는 동안 아이콘 딱 하나만 옮겨 놨어. 뭔지 맞혀 봐.</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>차분함</translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation>쾌활함</translation>
    </message>
    <message>
        <source>grumpy</source>
        <translation>퉁명스러움</translation>
    </message>
    <message>
        <source>mischievous</source>
        <translation>장난스러움</translation>
    </message>
</context>
<context>
    <name>PersonaEditor</name>
    <message>
        <source>Edit this personality</source>
        <translation>이 성격 다듬기</translation>
    </message>
    <message>
        <source>For example: Call me captain. Cheer when I win.</source>
        <translation>예: 나를 선장이라고 불러. 내가 이기면 응원해 줘.</translation>
    </message>
    <message>
        <source>For example: You hum while you think.</source>
        <translation>예: 생각할 때 흥얼거려.</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>인사말</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>말하는 방식</translation>
    </message>
    <message>
        <source>Instructions: what else it is told before every conversation</source>
        <translation>지시: 대화 전에 더 일러두는 것</translation>
    </message>
    <message>
        <source>Lines that it might say, one below the other</source>
        <translation>할 법한 말, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Temper</source>
        <translation>성향</translation>
    </message>
    <message>
        <source>Temper: completes “You are …”</source>
        <translation>성향: 어떤 성격인지 한마디로</translation>
    </message>
    <message>
        <source>The mood it rests in</source>
        <translation>평소의 기분</translation>
    </message>
    <message>
        <source>The small starter brain does not follow instructions and examples. A real one of Models does.</source>
        <translation>작은 기본 두뇌는 지시와 예문을 따르지 못해요. 모델에 있는 진짜 두뇌는 따라요.</translation>
    </message>
    <message>
        <source>What it lives in</source>
        <translation>사는 곳</translation>
    </message>
</context>
<context>
    <name>PersonalityGroup</name>
    <message>
        <source>A character card is a PNG or JSON file. Choose one that lies beside what Rotom saves, name its path, or drop it here.</source>
        <translation>캐릭터 카드는 PNG나 JSON 파일이에요. Rotom이 저장하는 폴더에 있는 것을 고르거나, 경로를 적거나, 여기로 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete this personality</source>
        <translation>이 성격 지우기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Forgets what was edited of this personality</source>
        <translation>이 성격에서 고친 것을 되돌려요</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>들어 보기</translation>
    </message>
    <message>
        <source>Path of a character card</source>
        <translation>캐릭터 카드의 경로</translation>
    </message>
    <message>
        <source>Personalities</source>
        <translation>성격</translation>
    </message>
    <message>
        <source>Save as card</source>
        <translation>카드로 저장</translation>
    </message>
    <message>
        <source>Says the greeting</source>
        <translation>인사말을 해요</translation>
    </message>
    <message>
        <source>Takes over a character card of Rotom or of another program</source>
        <translation>Rotom이나 다른 프로그램의 캐릭터 카드를 가져와요</translation>
    </message>
    <message>
        <source>Writes a character card, as a picture and as JSON</source>
        <translation>캐릭터 카드를 그림과 JSON으로 써요</translation>
    </message>
</context>
<context>
    <name>Pet</name>
    <message>
        <source>Press to talk, drag to move, right button or Menu key for the menu</source>
        <translation>누르면 말하고, 끌면 움직여요. 오른쪽 단추나 메뉴 키를 누르면 메뉴가 나와요</translation>
    </message>
</context>
<context>
    <name>PrivacyGroup</name>
    <message>
        <source>All conversations, what you said about games, your own personalities, the settings, the server&apos;s key and the log will be gone. This cannot be undone.</source>
        <translation>모든 대화, 게임에 대해 말한 것, 직접 만든 성격, 설정, 서버 열쇠, 기록 파일이 사라져요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Conversations, what you said about games, personalities of your own, settings and the log. Models and what you saved yourself stay.</source>
        <translation>대화, 게임에 대해 말한 것, 직접 만든 성격, 설정, 기록 파일이에요. 모델과 직접 저장한 것은 남아요.</translation>
    </message>
    <message>
        <source>Delete all my data</source>
        <translation>내 데이터 모두 삭제</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>The microphone is open all the time, because hands-free is on; a sign shows it on every page. What it hears is not kept.</source>
        <translation>핸즈프리가 켜져 있어서 마이크가 늘 열려 있어요. 모든 화면에 표시돼요. 들은 소리는 남기지 않아요.</translation>
    </message>
    <message>
        <source>The microphone is open only while you hold the talk button; a sign shows it on every page. What it hears is not kept.</source>
        <translation>마이크는 말하기 버튼을 누르고 있을 때만 열려요. 모든 화면에 표시돼요. 들은 소리는 남기지 않아요.</translation>
    </message>
    <message>
        <source>What you say is heard and spoken on this machine, and thought about on %1: your words go there, sound never does. Empty the field below, and they stay here.</source>
        <translation>말을 듣고 소리 내는 일은 이 기기에서 하고, 생각은 %1에서 해요. 내 말은 그리로 가지만 소리는 절대 가지 않아요. 아래 칸을 비우면 말도 여기에 머물러요.</translation>
    </message>
    <message>
        <source>What you say is heard, thought about and answered on this machine. Nothing leaves it.</source>
        <translation>내가 하는 말은 이 기기에서 듣고, 생각하고, 답해요. 아무것도 밖으로 나가지 않아요.</translation>
    </message>
</context>
<context>
    <name>QuickMenu</name>
    <message>
        <source>Another answer</source>
        <translation>다른 대답</translation>
    </message>
    <message>
        <source>Point and let go</source>
        <translation>가리키고 놓으세요</translation>
    </message>
    <message>
        <source>Quick answers</source>
        <translation>짧은 대답</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>다른 성격</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>What was that?</source>
        <translation>뭐라고 했어요?</translation>
    </message>
</context>
<context>
    <name>QuickReplies</name>
    <message>
        <source>Another one</source>
        <translation>하나 더</translation>
    </message>
    <message>
        <source>Change the quick replies</source>
        <translation>짧은 대답 바꾸기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>짧은 대답</translation>
    </message>
    <message>
        <source>Quick reply %1</source>
        <translation>짧은 대답 %1</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>말하기: %1</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chat</source>
        <translation>채팅</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>thinks here</source>
        <translation>여기서 생각해요</translation>
    </message>
    <message>
        <source>thinks on %1</source>
        <translation>%1에서 생각해요</translation>
    </message>
</context>
<context>
    <name>Rotom</name>
    <message>
        <source>  (its own: {value})</source>
        <translation>  (원래 값: {value})</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 semitones</source>
        <translation>%1 반음</translation>
    </message>
    <message>
        <source>%1 x</source>
        <translation>%1배</translation>
    </message>
    <message>
        <source>(Ctrl-C interrupts, Ctrl-D leaves.)</source>
        <translation>(Ctrl-C로 끼어들고 Ctrl-D로 나가요.)</translation>
    </message>
    <message>
        <source>* in use, + here. `rotom models get` fetches, `rotom models use` chooses. They are in {folder}</source>
        <translation>* 사용 중, + 있음. `rotom models get`으로 받고 `rotom models use`로 골라요. 모델 폴더: {folder}</translation>
    </message>
    <message>
        <source>A Piper voice is two files, and {each} is not there.</source>
        <translation>Piper 목소리는 파일이 두 개인데 {each:이} 없어요.</translation>
    </message>
    <message>
        <source>A file that tells what is wrong, without what was said.</source>
        <translation>무엇이 잘못되었는지 알려 주는 파일이에요. 나눈 말은 들어가지 않아요.</translation>
    </message>
    <message>
        <source>A game runs and nobody talks, so the brain rests. It is back at the next word.</source>
        <translation>게임 중이고 아무도 말하지 않아서 두뇌가 쉬어요. 다음 말에 돌아와요.</translation>
    </message>
    <message>
        <source>A game runs, so Rotom takes less.</source>
        <translation>게임 중이라 Rotom이 덜 써요.</translation>
    </message>
    <message>
        <source>A little electric ghost to talk with, on this device, offline. Without a command it opens the window.</source>
        <translation>이 기기에서 인터넷 없이 함께 이야기하는 작은 전기 유령이에요. 명령을 쓰지 않으면 창을 열어요.</translation>
    </message>
    <message>
        <source>A personality is left out</source>
        <translation>성격 하나를 쓸 수 없어요</translation>
    </message>
    <message>
        <source>A personality that you come to with pad or keys says its greeting.</source>
        <translation>패드나 키보드로 고른 성격이 인사를 해요.</translation>
    </message>
    <message>
        <source>A robot&apos;s voice. (20 MB, GPL-3.0-or-later)</source>
        <translation>로봇 목소리예요. (20 MB, GPL-3.0-or-later)</translation>
    </message>
    <message>
        <source>A short one when Rotom heard you, another when you interrupted it.</source>
        <translation>Rotom이 말을 들었을 때 한 번, 말을 끊었을 때 한 번 짧게 울려요.</translation>
    </message>
    <message>
        <source>A voice of Models for Korean; empty: the robot (eSpeak NG).</source>
        <translation>한국어를 말할 모델의 목소리예요. 비우면 로봇 목소리(eSpeak NG)를 써요.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>All your data is deleted. What you saved yourself in {exports} and the models stay.</source>
        <translation>데이터를 모두 지웠어요. {exports}에 직접 저장한 것과 모델은 남아 있어요.</translation>
    </message>
    <message>
        <source>Among the quick replies: Rotom falls silent.</source>
        <translation>빠른 대답 가운데 하나예요. Rotom이 말을 멈춰요.</translation>
    </message>
    <message>
        <source>Among the quick replies: Rotom says its last words again.</source>
        <translation>빠른 대답 가운데 하나예요. Rotom이 마지막 말을 다시 해요.</translation>
    </message>
    <message>
        <source>Among the quick replies: Rotom thinks of another answer.</source>
        <translation>빠른 대답 가운데 하나예요. Rotom이 다른 대답을 생각해요.</translation>
    </message>
    <message>
        <source>Among the quick replies: the next personality comes.</source>
        <translation>빠른 대답 가운데 하나예요. 다음 성격으로 바뀌어요.</translation>
    </message>
    <message>
        <source>Another Rotom is fetching or changing {title}. Wait until it is done.</source>
        <translation>다른 Rotom이 {title:을} 받거나 바꾸고 있어요. 끝날 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>Another program holds the loudspeaker for itself. Close that program, or choose System default under Voice, Loudspeaker.</source>
        <translation>다른 프로그램이 스피커를 혼자 쓰고 있어요. 그 프로그램을 닫거나 목소리의 스피커에서 시스템 기본을 고르세요.</translation>
    </message>
    <message>
        <source>Another program holds the microphone for itself. Close that program, or choose System default under Listening, Microphone.</source>
        <translation>다른 프로그램이 마이크를 혼자 쓰고 있어요. 그 프로그램을 닫거나 듣기의 마이크에서 시스템 기본을 고르세요.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모습</translation>
    </message>
    <message>
        <source>As set under Appearance</source>
        <translation>모습에서 정한 대로</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 따름</translation>
    </message>
    <message>
        <source>B presses and A goes back, as on consoles from Japan.</source>
        <translation>일본 게임기처럼 B로 누르고 A로 돌아가요.</translation>
    </message>
    <message>
        <source>Back to Rotom.</source>
        <translation>Rotom에게 돌아가요.</translation>
    </message>
    <message>
        <source>Beside a game, so long without a word; it is back at the next one. 0: never.</source>
        <translation>게임 중에 이만큼 말이 없으면 쉬고, 다음 말에 돌아와요. 0: 쉬지 않아요.</translation>
    </message>
    <message>
        <source>Best what the game does not use; two buttons are held together.</source>
        <translation>게임이 쓰지 않는 버튼이 가장 좋아요. 두 개면 함께 눌러요.</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>두뇌</translation>
    </message>
    <message>
        <source>Bring personalities in from files, or save them: PNG and JSON.</source>
        <translation>파일에서 성격을 가져오거나 저장해요. PNG와 JSON을 써요.</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>차분함</translation>
    </message>
    <message>
        <source>Calm motion</source>
        <translation>차분한 움직임</translation>
    </message>
    <message>
        <source>Character cards</source>
        <translation>캐릭터 카드</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>채팅</translation>
    </message>
    <message>
        <source>Cheerful</source>
        <translation>쾌활함</translation>
    </message>
    <message>
        <source>Choose a server first, with `rotom server use`.</source>
        <translation>먼저 `rotom server use`로 서버를 골라 주세요.</translation>
    </message>
    <message>
        <source>Choose a voice for English or Korean, and hear it.</source>
        <translation>영어와 한국어 목소리를 고르고 들어 보세요.</translation>
    </message>
    <message>
        <source>Choose who Rotom is, or make your own.</source>
        <translation>Rotom의 성격을 고르거나 직접 만드세요.</translation>
    </message>
    <message>
        <source>Closes the microphone, or lets it be opened.</source>
        <translation>마이크를 끄거나 다시 켤 수 있게 해요.</translation>
    </message>
    <message>
        <source>Closing the window leaves Rotom running.</source>
        <translation>창을 닫아도 Rotom은 계속 켜져 있어요.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>화면 색</translation>
    </message>
    <message>
        <source>Comes with Rotom. (11 MB, GPL-3.0-or-later)</source>
        <translation>Rotom에 딸려 와요. (11 MB, GPL-3.0-or-later)</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>조작</translation>
    </message>
    <message>
        <source>Conversations are not kept this time: a newer Rotom wrote those that are there, and they are left as they are. Update Rotom to see them again.</source>
        <translation>이번에는 대화를 남기지 않아요. 더 새로운 Rotom이 쓴 대화가 있어서 그대로 두었어요. Rotom을 업데이트하면 다시 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Conversations cannot be kept</source>
        <translation>대화를 남길 수 없어요</translation>
    </message>
    <message>
        <source>Conversations, personalities of your own, settings and the log.</source>
        <translation>대화, 직접 만든 성격, 설정과 기록이에요.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했어요.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Dark, light, or Rotom&apos;s own plasma; as the system has it where the system says.</source>
        <translation>밝게, 어둡게, 또는 Rotom만의 플라스마예요. 시스템 설정이 있으면 그대로 따라요.</translation>
    </message>
    <message>
        <source>Delete all my data</source>
        <translation>내 데이터 모두 지우기</translation>
    </message>
    <message>
        <source>Deleted. `rotom history restore {id}` brings it back within a day.</source>
        <translation>지웠어요. 하루 안에는 `rotom history restore {id}`로 되살릴 수 있어요.</translation>
    </message>
    <message>
        <source>Do you accept this licence? [y/N] </source>
        <translation>이 라이선스에 동의하세요? [y/N] </translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>다운로드 제한</translation>
    </message>
    <message>
        <source>Dozing</source>
        <translation>졸고 있어요</translation>
    </message>
    <message>
        <source>Each brain has a table of its own.</source>
        <translation>두뇌마다 표가 하나씩 있어야 해요.</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>귀</translation>
    </message>
    <message>
        <source>English voices</source>
        <translation>영어 목소리</translation>
    </message>
    <message>
        <source>English; simple sentences in a quiet room.</source>
        <translation>영어예요. 조용한 방에서 쉬운 문장을 알아들어요.</translation>
    </message>
    <message>
        <source>Experimental, untried on a Deck: a small Rotom in a corner of the game while it listens or speaks. It may take the place of the performance overlay and costs some battery.</source>
        <translation>실험 기능이고 Deck에서 확인하지 못했어요. Rotom이 듣거나 말하는 동안 게임 화면 구석에 작게 나타나요. 성능 표시가 가려질 수 있고 배터리를 조금 더 써요.</translation>
    </message>
    <message>
        <source>Expressiveness</source>
        <translation>감정 표현</translation>
    </message>
    <message>
        <source>Fewer threads, a smaller brain, none at all where memory runs short.</source>
        <translation>스레드를 줄이고, 두뇌를 작은 것으로 바꾸고, 메모리가 모자라면 아예 내려놓아요.</translation>
    </message>
    <message>
        <source>Follows the system&apos;s own sound settings.</source>
        <translation>시스템의 소리 설정을 따라요.</translation>
    </message>
    <message>
        <source>For the Steam Deck, experimental: its buttons, and the talk key that Steam Input may make of one, are read while a game has the focus. The game gets them too.</source>
        <translation>Steam Deck용 실험 기능이에요. 게임이 앞에 있는 동안에도 덱의 버튼과, Steam 입력이 버튼으로 만든 말하기 키를 읽어요. 게임에도 그대로 전달돼요.</translation>
    </message>
    <message>
        <source>For the Steam Deck, untried: no remarks while its buttons rest for 20 s and the game can be heard. They come afterwards.</source>
        <translation>Steam Deck용, 기기에서 확인하지 못했어요. 20초 동안 버튼을 누르지 않고 게임 소리가 날 때는 먼저 말하지 않아요. 끝난 뒤에 말해요.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>사는 곳</translation>
    </message>
    <message>
        <source>Gamepads do not work, because SDL2 could not be loaded ({why}). The keyboard, the mouse and the touch screen do; `rotom doctor` says more.</source>
        <translation>SDL2를 불러올 수 없어서 ({why}) 게임패드를 쓸 수 없어요. 키보드, 마우스, 터치스크린은 쓸 수 있어요. `rotom doctor`가 더 알려 줘요.</translation>
    </message>
    <message>
        <source>Gaming</source>
        <translation>게임</translation>
    </message>
    <message>
        <source>Gentle and unhurried, with few, kind words.</source>
        <translation>온화하고 느긋하며, 다정한 말을 조금만 해요.</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>유령</translation>
    </message>
    <message>
        <source>Ghostliness</source>
        <translation>유령 느낌</translation>
    </message>
    <message>
        <source>Grumbles and sighs, and cares more than it admits.</source>
        <translation>투덜대고 한숨 쉬지만, 속으로는 많이 아껴요.</translation>
    </message>
    <message>
        <source>Grumpy</source>
        <translation>퉁명스러움</translation>
    </message>
    <message>
        <source>HF_ENDPOINT has to be an address that begins with https://, not {endpoint}.</source>
        <translation>HF_ENDPOINT는 https://로 시작하는 주소여야 해요. 지금은 {endpoint}예요.</translation>
    </message>
    <message>
        <source>HF_ENDPOINT is no address ({why}).</source>
        <translation>HF_ENDPOINT가 주소가 아니에요 ({why}).</translation>
    </message>
    <message>
        <source>HF_TOKEN is no access token of the hub.</source>
        <translation>HF_TOKEN이 허브의 액세스 토큰이 아니에요.</translation>
    </message>
    <message>
        <source>Handheld console</source>
        <translation>휴대용 게임기</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>핸즈프리</translation>
    </message>
    <message>
        <source>Hands-free without headphones: what keeps Rotom from hearing its own voice.</source>
        <translation>헤드폰 없이 핸즈프리로 쓸 때: Rotom이 자기 목소리를 듣지 않게 해 주는 것이에요.</translation>
    </message>
    <message>
        <source>Hands-free: Rotom does not listen while it speaks.</source>
        <translation>핸즈프리: Rotom이 말하는 동안에는 듣지 않아요.</translation>
    </message>
    <message>
        <source>Hands-free: Rotom takes its own voice out, so you can talk over it.</source>
        <translation>핸즈프리: Rotom이 자기 목소리를 걸러 내서, 말하는 중에도 끼어들 수 있어요.</translation>
    </message>
    <message>
        <source>Hands-free: Rotom&apos;s voice does not reach the microphone. Often noticed by itself.</source>
        <translation>핸즈프리: Rotom의 목소리가 마이크에 닿지 않아요. 대개 저절로 알아채요.</translation>
    </message>
    <message>
        <source>Hands-free: less after a finished sentence, more after a word that hangs.</source>
        <translation>핸즈프리에서 써요. 끝난 문장 뒤에는 더 짧게, 말끝이 걸려 있으면 더 길게 기다려요.</translation>
    </message>
    <message>
        <source>Hands-free: less than this is a cough or a knock, and is not answered.</source>
        <translation>핸즈프리: 이보다 짧으면 기침이나 두드리는 소리로 보고 대답하지 않아요.</translation>
    </message>
    <message>
        <source>Hands-free: the sound server and Rotom take its own voice out, so you can talk over it.</source>
        <translation>핸즈프리: 사운드 서버와 Rotom이 Rotom의 목소리를 걸러 내서, 말하는 중에도 끼어들 수 있어요.</translation>
    </message>
    <message>
        <source>Hands-free: what is said is passed over until it begins or ends with the name, spoken in English.</source>
        <translation>핸즈프리: 이름으로 시작하거나 끝나는 말이 들릴 때까지는 듣고 넘겨요. 이름은 영어로 불러 주세요.</translation>
    </message>
    <message>
        <source>Hands-free: with headphones Rotom listens while it speaks.</source>
        <translation>핸즈프리: 헤드폰을 쓰면 Rotom이 말하면서도 들어요.</translation>
    </message>
    <message>
        <source>Heard nothing: there are no words in this sound.</source>
        <translation>들은 말이 없어요. 이 소리에는 말이 들어 있지 않아요.</translation>
    </message>
    <message>
        <source>Held to talk beside a game</source>
        <translation>게임 중에 말할 때 누르는 버튼</translation>
    </message>
    <message>
        <source>Held while you speak.</source>
        <translation>말하는 동안 누르고 있어요.</translation>
    </message>
    <message>
        <source>Held: a ring of short answers.</source>
        <translation>누르고 있으면 짧은 대답이 둥글게 나와요.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기 있어요</translation>
    </message>
    <message>
        <source>Higher is livelier and stranger; 0 always takes the likeliest word.</source>
        <translation>높을수록 생기 있고 엉뚱해요. 0이면 늘 가장 그럴듯한 낱말을 골라요.</translation>
    </message>
    <message>
        <source>How electric the voice sounds.</source>
        <translation>목소리가 얼마나 찌릿찌릿한지예요.</translation>
    </message>
    <message>
        <source>How far a stick is moved before it counts; more where it drifts.</source>
        <translation>스틱을 얼마나 밀어야 움직이는지예요. 스틱이 혼자 움직이면 높이세요.</translation>
    </message>
    <message>
        <source>How far repeating is avoided; 1: not.</source>
        <translation>되풀이를 얼마나 피할지예요. 1이면 피하지 않아요.</translation>
    </message>
    <message>
        <source>How far words that were there are avoided.</source>
        <translation>이미 나온 낱말을 얼마나 피할지예요.</translation>
    </message>
    <message>
        <source>How fast Rotom speaks.</source>
        <translation>Rotom이 말하는 빠르기예요.</translation>
    </message>
    <message>
        <source>How fast models are fetched at most; 0: as fast as they come.</source>
        <translation>모델을 받는 가장 빠른 속도예요. 0이면 제한이 없어요.</translation>
    </message>
    <message>
        <source>How high Rotom&apos;s voice is.</source>
        <translation>Rotom 목소리의 높낮이예요.</translation>
    </message>
    <message>
        <source>How large Rotom is there.</source>
        <translation>바탕 화면에서 Rotom이 얼마나 클지 정해요.</translation>
    </message>
    <message>
        <source>How long the last answer took, in a corner of the page. They also stand under About.</source>
        <translation>마지막 대답에 걸린 시간을 화면 한쪽에 보여 줘요. 정보에서도 볼 수 있어요.</translation>
    </message>
    <message>
        <source>How loud Rotom is.</source>
        <translation>Rotom의 소리 크기예요.</translation>
    </message>
    <message>
        <source>How many threads think; 0: Rotom chooses and leaves one core free.</source>
        <translation>생각에 쓰는 스레드 수예요. 0이면 Rotom이 고르고 코어 하나는 비워 둬요.</translation>
    </message>
    <message>
        <source>How much of the mood is heard in the voice; 0: even and calm.</source>
        <translation>기분이 목소리에 얼마나 드러나는지예요. 0이면 한결같이 차분해요.</translation>
    </message>
    <message>
        <source>How sure Rotom has to be. More: noise begins nothing. Less: quiet voices are heard.</source>
        <translation>Rotom이 얼마나 확신해야 하는지예요. 높이면 소음에 반응하지 않고, 낮추면 작은 목소리도 들어요.</translation>
    </message>
    <message>
        <source>I heard nothing. Hold the button while you talk.</source>
        <translation>아무것도 못 들었어요. 말하는 동안 버튼을 누르고 있어 주세요.</translation>
    </message>
    <message>
        <source>I understood no words.</source>
        <translation>알아들은 말이 없어요.</translation>
    </message>
    <message>
        <source>I understood: “{text}”</source>
        <translation>이렇게 알아들었어요: “{text}”</translation>
    </message>
    <message>
        <source>I wear headphones</source>
        <translation>헤드폰을 써요</translation>
    </message>
    <message>
        <source>In gaming mode there is no desktop for Rotom to live on. Switch to desktop mode first.</source>
        <translation>게임 모드에는 Rotom이 살 바탕 화면이 없어요. 먼저 데스크톱 모드로 바꿔 주세요.</translation>
    </message>
    <message>
        <source>In tokens, about four letters each.</source>
        <translation>토큰 수예요. 토큰 하나는 영어 네 글자쯤이에요.</translation>
    </message>
    <message>
        <source>In {path}: {why}</source>
        <translation>{path}: {why}</translation>
    </message>
    <message>
        <source>In {path}: {why} The default is used.</source>
        <translation>{path}: {why} 기본값을 써요.</translation>
    </message>
    <message>
        <source>Introduced</source>
        <translation>첫인사</translation>
    </message>
    <message>
        <source>It is not known how much memory is free</source>
        <translation>메모리가 얼마나 비어 있는지 알 수 없어요</translation>
    </message>
    <message>
        <source>Its description is longer than Rotom takes.</source>
        <translation>설명이 Rotom이 받는 것보다 길어요.</translation>
    </message>
    <message>
        <source>JSON of version 3; without it 2; a PNG holds both</source>
        <translation>버전 3의 JSON이에요. 없으면 2이고, PNG에는 둘 다 들어가요</translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation>대화 남기기</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>트레이에 남기</translation>
    </message>
    <message>
        <source>Key: </source>
        <translation>키: </translation>
    </message>
    <message>
        <source>Know the game</source>
        <translation>하는 게임 알기</translation>
    </message>
    <message>
        <source>Korean voice</source>
        <translation>한국어 목소리</translation>
    </message>
    <message>
        <source>Korean voices</source>
        <translation>한국어 목소리</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>화면 언어</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Leave the key out of the address; it has a place of its own.</source>
        <translation>주소에서 키를 빼 주세요. 키를 넣는 곳은 따로 있어요.</translation>
    </message>
    <message>
        <source>Less movement on the screen.</source>
        <translation>화면이 덜 움직여요.</translation>
    </message>
    <message>
        <source>Let the brain rest after</source>
        <translation>두뇌를 쉬게 하는 시간</translation>
    </message>
    <message>
        <source>Let your words go there? [y/N] </source>
        <translation>내 말을 그리로 보낼까요? [y/N] </translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>듣기</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>듣고 있어요…</translation>
    </message>
    <message>
        <source>Live on the desktop</source>
        <translation>바탕 화면에서 살기</translation>
    </message>
    <message>
        <source>Living on this desktop (Wayland), Rotom can neither choose its place nor stay above the other windows: both are up to you. Started with QT_QPA_PLATFORM=xcb, it can.</source>
        <translation>이 바탕 화면(Wayland)에 나와 있을 때는 Rotom이 스스로 자리를 고르거나 다른 창 위에 머물 수 없어요. 둘 다 직접 맞춰 주세요. QT_QPA_PLATFORM=xcb로 시작하면 할 수 있어요.</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation>가장 긴 대답</translation>
    </message>
    <message>
        <source>Looking at this machine…</source>
        <translation>기기를 살펴보는 중이에요…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>스피커</translation>
    </message>
    <message>
        <source>Memory runs short, so the brain was let go. It is back once there is room.</source>
        <translation>메모리가 모자라서 두뇌를 내려놓았어요. 자리가 생기면 돌아와요.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>마이크</translation>
    </message>
    <message>
        <source>Microphone test</source>
        <translation>마이크 시험</translation>
    </message>
    <message>
        <source>Min p</source>
        <translation>Min p</translation>
    </message>
    <message>
        <source>Mischievous</source>
        <translation>장난스러움</translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation>서버의 모델</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>음소거</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>마이크 음소거하기</translation>
    </message>
    <message>
        <source>Name the server to test.</source>
        <translation>시험해 볼 서버를 알려 주세요.</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>새 낱말</translation>
    </message>
    <message>
        <source>No Steam account was found in this home folder. Install Steam, sign in once, close it, and try again.</source>
        <translation>이 홈 폴더에서 Steam 계정을 찾지 못했어요. Steam을 설치해 한 번 로그인하고 닫은 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>No account is called {name}. There are: {names}.</source>
        <translation>{name} 계정은 없어요. 있는 계정: {names}.</translation>
    </message>
    <message>
        <source>No catalogue knows {stray} any more; `rotom models remove --unused` removes it.</source>
        <translation>{stray:은} 이제 어느 목록에도 없어요. `rotom models remove --unused`로 지울 수 있어요.</translation>
    </message>
    <message>
        <source>No fetched model is here.</source>
        <translation>받아 둔 모델이 없어요.</translation>
    </message>
    <message>
        <source>No repeating</source>
        <translation>되풀이 피하기</translation>
    </message>
    <message>
        <source>No sound came from the microphone. Choose another one, or unmute it.</source>
        <translation>마이크에서 소리가 오지 않았어요. 다른 마이크를 고르거나 음소거를 푸세요.</translation>
    </message>
    <message>
        <source>No words less likely than this share of the likeliest; 0: all.</source>
        <translation>가장 그럴듯한 낱말의 이만큼보다 덜 그럴듯한 낱말은 쓰지 않아요. 0이면 모두 써요.</translation>
    </message>
    <message>
        <source>Not all could be deleted: {paths}. Delete it by hand.</source>
        <translation>모두 지우지는 못했어요: {paths}. 직접 지워 주세요.</translation>
    </message>
    <message>
        <source>Not there now.</source>
        <translation>지금은 없어요.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>아무것도</translation>
    </message>
    <message>
        <source>Nothing at all comes from the microphone, so it seems to be muted. Turn it on in the system&apos;s sound settings or by its own switch, or choose another one under Listening, Microphone.</source>
        <translation>마이크에서 아무 소리도 오지 않아요. 음소거된 것 같아요. 시스템의 소리 설정이나 마이크의 스위치로 켜거나, 듣기의 마이크에서 다른 마이크를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing that is said is written down.</source>
        <translation>나눈 말은 적어 두지 않아요.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>아무것도 바뀌지 않았어요.</translation>
    </message>
    <message>
        <source>Nothing was changed. Say --agree, or answer yes, to let them go.</source>
        <translation>바뀐 것이 없어요. 보내려면 --agree를 붙이거나 yes라고 답해 주세요.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>아무것도 지우지 않았어요.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Say --yes to delete without a question.</source>
        <translation>아무것도 지우지 않았어요. 묻지 않고 지우려면 --yes를 붙이세요.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>찾은 것이 없어요.</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>아직 나눈 말이 없어요.</translation>
    </message>
    <message>
        <source>Nothing: deaf while it speaks</source>
        <translation>없음: 말하는 동안 듣지 않기</translation>
    </message>
    <message>
        <source>Off: nothing that is said is written down.</source>
        <translation>끄면 나눈 말을 아무것도 적어 두지 않아요.</translation>
    </message>
    <message>
        <source>Off: replies are only shown.</source>
        <translation>끄면 답을 글로만 보여 줘요.</translation>
    </message>
    <message>
        <source>One of Models by its name, or a folder with a Whisper model; empty: PocketSphinx.</source>
        <translation>모델의 이름이나 Whisper 모델이 든 폴더예요. 비우면 PocketSphinx를 써요.</translation>
    </message>
    <message>
        <source>One of Models by its name, or the path of a GGUF file; empty: the starter brain.</source>
        <translation>모델의 이름이나 GGUF 파일의 경로예요. 비우면 기본 두뇌를 써요.</translation>
    </message>
    <message>
        <source>Only so many of the likeliest; 0: all.</source>
        <translation>가장 그럴듯한 이만큼의 낱말에서만 골라요. 0이면 모두 써요.</translation>
    </message>
    <message>
        <source>Only the first {most_personas} personalities in {folder} are used.</source>
        <translation>{folder}의 성격 가운데 처음 {most_personas}개만 써요.</translation>
    </message>
    <message>
        <source>Only the likeliest words that together have this share; 1: all.</source>
        <translation>확률의 합이 이만큼인 그럴듯한 낱말에서만 골라요. 1이면 모두 써요.</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>창 열기</translation>
    </message>
    <message>
        <source>Opens the chat.</source>
        <translation>채팅을 열어요.</translation>
    </message>
    <message>
        <source>Opens the models.</source>
        <translation>모델을 열어요.</translation>
    </message>
    <message>
        <source>Opens the settings.</source>
        <translation>설정을 열어요.</translation>
    </message>
    <message>
        <source>Over the game</source>
        <translation>게임 위에</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>다음 화면</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>이전 화면</translation>
    </message>
    <message>
        <source>Pause that ends your turn</source>
        <translation>말이 끝났다고 보는 쉼</translation>
    </message>
    <message>
        <source>Paused. `rotom models get {id}` goes on where it was.</source>
        <translation>잠시 멈췄어요. `rotom models get {id}`로 이어 받을 수 있어요.</translation>
    </message>
    <message>
        <source>Personalities</source>
        <translation>성격</translation>
    </message>
    <message>
        <source>Personalities introduce themselves</source>
        <translation>고를 때 인사하기</translation>
    </message>
    <message>
        <source>Personality</source>
        <translation>성격</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>높낮이</translation>
    </message>
    <message>
        <source>Place on the desktop</source>
        <translation>바탕 화면에서의 자리</translation>
    </message>
    <message>
        <source>Plasma</source>
        <translation>플라스마</translation>
    </message>
    <message>
        <source>PocketSphinx understands English only. Download the Whisper ears for Korean, or type.</source>
        <translation>PocketSphinx는 영어만 알아들어요. 한국어로 말하려면 Whisper 귀를 받거나, 글로 써 주세요.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인 정보</translation>
    </message>
    <message>
        <source>Problem report</source>
        <translation>문제 보고서</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>프로세서 스레드</translation>
    </message>
    <message>
        <source>Quick Whisper</source>
        <translation>빠른 Whisper</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>짧은 대답</translation>
    </message>
    <message>
        <source>Quiet in scenes</source>
        <translation>이야기 장면에서는 조용히</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Reach of the stick</source>
        <translation>스틱이 움직이는 거리</translation>
    </message>
    <message>
        <source>Read it, change it, take it away.</source>
        <translation>읽고, 고치고, 지울 수 있어요.</translation>
    </message>
    <message>
        <source>Read the notice</source>
        <translation>알림 읽기</translation>
    </message>
    <message>
        <source>Recording… say something!</source>
        <translation>녹음 중이에요… 말해 보세요!</translation>
    </message>
    <message>
        <source>Remarks of its own</source>
        <translation>먼저 말 걸기</translation>
    </message>
    <message>
        <source>Remember games</source>
        <translation>게임 기억하기</translation>
    </message>
    <message>
        <source>Ring: Another answer</source>
        <translation>고리: 다른 대답</translation>
    </message>
    <message>
        <source>Ring: Somebody else</source>
        <translation>고리: 다른 성격</translation>
    </message>
    <message>
        <source>Ring: Stop</source>
        <translation>고리: 그만</translation>
    </message>
    <message>
        <source>Ring: What was that?</source>
        <translation>고리: 뭐라고 했어?</translation>
    </message>
    <message>
        <source>Robot (eSpeak NG)</source>
        <translation>로봇 (eSpeak NG)</translation>
    </message>
    <message>
        <source>Rotom</source>
        <translation>Rotom</translation>
    </message>
    <message>
        <source>Rotom alone</source>
        <translation>Rotom만</translation>
    </message>
    <message>
        <source>Rotom alone in a small window above the others, in place of this one.</source>
        <translation>이 창 대신, 다른 창 위에 뜨는 작은 창에 Rotom만 있어요.</translation>
    </message>
    <message>
        <source>Rotom cannot be shown over the game: gamescope&apos;s first screen is not reached from here. The sound goes on; Settings, Gaming turns this off.</source>
        <translation>Rotom을 게임 위에 보일 수 없어요. 여기서는 gamescope의 첫 화면에 닿지 않아요. 소리는 계속 나요. 설정의 게임에서 끌 수 있어요.</translation>
    </message>
    <message>
        <source>Rotom cannot wait for the name {name}: it knows the sounds of English only. It listens all the time instead. Give the persona a name in English letters.</source>
        <translation>Rotom은 영어 소리만 알아서 “{name}” 이름은 기다릴 수 없어요. 대신 항상 듣고 있어요. 성격에 영어 글자로 된 이름을 지어 주세요.</translation>
    </message>
    <message>
        <source>Rotom cannot wait for the name {name}: too much sounds like it. It listens all the time instead. Give the persona a longer name.</source>
        <translation>비슷하게 들리는 말이 너무 많아서 Rotom은 “{name}” 이름을 기다릴 수 없어요. 대신 항상 듣고 있어요. 성격에 더 긴 이름을 지어 주세요.</translation>
    </message>
    <message>
        <source>Rotom in the Steam library: add it, take it out, how it stands</source>
        <translation>Steam 라이브러리의 Rotom: 넣기, 빼기, 상태 보기</translation>
    </message>
    <message>
        <source>Rotom is open already but does not answer. End it, or start with --data and another folder.</source>
        <translation>Rotom이 이미 열려 있는데 대답이 없어요. 끝내거나, --data에 다른 폴더를 주어 시작해 주세요.</translation>
    </message>
    <message>
        <source>Rotom is open already; its window was brought to the front.</source>
        <translation>Rotom이 이미 열려 있어서 그 창을 앞으로 가져왔어요.</translation>
    </message>
    <message>
        <source>Rotom is open. Close it first, or delete under Settings, Privacy.</source>
        <translation>Rotom이 열려 있어요. 먼저 닫거나, 설정의 개인 정보에서 지우세요.</translation>
    </message>
    <message>
        <source>Rotom knows which game runs and for how long, and may mention it.</source>
        <translation>어떤 게임을 얼마나 했는지 Rotom이 알고, 이야기할 수 있어요.</translation>
    </message>
    <message>
        <source>Rotom may not read the Steam Deck&apos;s buttons ({path}), so none can be held to talk beside a game. Steam&apos;s udev rule 60-steam-input gives them to whoever is logged in (uaccess): install the package steam-devices and start the machine anew.</source>
        <translation>Rotom이 Steam Deck의 버튼({path})을 읽을 수 없어서 게임 중에 버튼을 눌러 말할 수 없어요. Steam의 udev 규칙 60-steam-input이 로그인한 사람에게 권한을 줘요(uaccess). steam-devices 패키지를 설치하고 기기를 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>Rotom may not use {path}. Change who may, or start Rotom with --data and a folder of your own</source>
        <translation>Rotom은 {path:을} 쓸 권한이 없어요. 권한을 바꾸거나, --data에 쓸 수 있는 폴더를 주어 Rotom을 시작해 주세요</translation>
    </message>
    <message>
        <source>Rotom may not write {path}. Change who may</source>
        <translation>Rotom은 {path}에 쓸 권한이 없어요. 권한을 바꿔 주세요</translation>
    </message>
    <message>
        <source>Rotom says by itself that the battery is low, that it is hot or late, or that you played or talked long; 0: never.</source>
        <translation>배터리가 적거나, 뜨겁거나, 밤이 깊었거나, 오래 놀거나 이야기했을 때 Rotom이 먼저 말해요. 0: 하지 않아요.</translation>
    </message>
    <message>
        <source>Rotom thinks on this machine.</source>
        <translation>Rotom은 이 기기에서 생각해요.</translation>
    </message>
    <message>
        <source>Rotom thinks on {server} ({model}).</source>
        <translation>Rotom은 {server}에서 생각해요 ({model}).</translation>
    </message>
    <message>
        <source>Rotom thinks on {server} now. `rotom server test` tries it.</source>
        <translation>이제 Rotom은 {server}에서 생각해요. `rotom server test`로 시험해 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Rotom thinks on {server}; while that is away, on this machine.</source>
        <translation>Rotom은 {server}에서 생각하고, 연결이 안 될 때는 이 기기에서 생각해요.</translation>
    </message>
    <message>
        <source>Rotom waits for “{name}”</source>
        <translation>Rotom이 “{name}” 부르는 소리를 기다려요</translation>
    </message>
    <message>
        <source>Rotom&apos;s small starter brain</source>
        <translation>Rotom의 작은 기본 두뇌</translation>
    </message>
    <message>
        <source>Rotom&apos;s starter voice</source>
        <translation>Rotom의 기본 목소리</translation>
    </message>
    <message>
        <source>Rotom: the microphone is open</source>
        <translation>Rotom: 마이크가 열려 있어요</translation>
    </message>
    <message>
        <source>Rumble</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>Saved as {files} in {folder}.</source>
        <translation>{folder}에 {files:으로} 저장했어요.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path:으로} 저장했어요</translation>
    </message>
    <message>
        <source>Saved as {path}. Read it before you send it.</source>
        <translation>{path:으로} 저장했어요. 보내기 전에 읽어 보세요.</translation>
    </message>
    <message>
        <source>Say something, hear what the microphone heard, and read what was understood.</source>
        <translation>말을 해 보고, 마이크가 들은 소리를 듣고, 알아들은 말을 읽어 보세요.</translation>
    </message>
    <message>
        <source>Say something: three seconds are recorded.</source>
        <translation>말해 보세요. 3초 동안 녹음해요.</translation>
    </message>
    <message>
        <source>Say which model to remove, or --unused for all that are not in use.</source>
        <translation>지울 모델을 알려 주거나, 쓰지 않는 것을 모두 지우려면 --unused를 써 주세요.</translation>
    </message>
    <message>
        <source>Say “{name}” to wake me</source>
        <translation>“{name}” 하고 부르면 깨어나요</translation>
    </message>
    <message>
        <source>Scrolls down, or to the next group of settings.</source>
        <translation>아래로 넘기거나 다음 설정 묶음으로 가요.</translation>
    </message>
    <message>
        <source>Scrolls up, or to the group of settings before.</source>
        <translation>위로 넘기거나 이전 설정 묶음으로 가요.</translation>
    </message>
    <message>
        <source>Server that may read along</source>
        <translation>말을 볼 수 있는 서버</translation>
    </message>
    <message>
        <source>Server that thinks</source>
        <translation>생각하는 서버</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Short answers beside Rotom, parted by “ / ”; empty: a few in your language.</source>
        <translation>Rotom 옆의 짧은 대답이에요. “ / ”로 나누고, 비우면 쓰는 언어로 몇 개가 나와요.</translation>
    </message>
    <message>
        <source>Shortest speech</source>
        <translation>가장 짧은 말</translation>
    </message>
    <message>
        <source>Show Rotom</source>
        <translation>Rotom 보기</translation>
    </message>
    <message>
        <source>Show the times</source>
        <translation>걸린 시간 보기</translation>
    </message>
    <message>
        <source>Size on the desktop</source>
        <translation>바탕 화면에서의 크기</translation>
    </message>
    <message>
        <source>Small talk in simple English.</source>
        <translation>쉬운 영어로 가벼운 이야기를 나눠요.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Something went wrong in Rotom; its log file has the details.</source>
        <translation>Rotom 안에서 문제가 생겼어요. 자세한 내용은 로그 파일에 있어요.</translation>
    </message>
    <message>
        <source>Speak aloud</source>
        <translation>소리 내어 말하기</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>말하고 있어요</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>빠르기</translation>
    </message>
    <message>
        <source>Stand back beside a game</source>
        <translation>게임할 때 양보하기</translation>
    </message>
    <message>
        <source>Starts to think while you might go on. Answers sooner, costs some battery.</source>
        <translation>말이 이어질지 모를 때 먼저 생각을 시작해요. 더 빨리 답하지만 배터리를 조금 더 써요.</translation>
    </message>
    <message>
        <source>Stays awake</source>
        <translation>깨어 있는 시간</translation>
    </message>
    <message>
        <source>Steam is running, and would undo the change when it ends. Close Steam (on a Deck: switch to the desktop and close it there), then try again.</source>
        <translation>Steam이 켜져 있어서, 끝날 때 바뀐 것을 되돌려 버려요. Steam을 닫고(덱에서는 데스크톱으로 바꿔 거기서 닫고) 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Steam&apos;s library cannot be changed</source>
        <translation>Steam 라이브러리를 바꿀 수 없어요</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>말 끝내기</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>대답 멈추기</translation>
    </message>
    <message>
        <source>Stops what Rotom says.</source>
        <translation>Rotom의 말을 멈춰요.</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A와 B 바꾸기</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>시스템 기본</translation>
    </message>
    <message>
        <source>Taken over: {names}</source>
        <translation>가져왔어요: {names}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>말하기</translation>
    </message>
    <message>
        <source>Talk beside a game</source>
        <translation>게임 중에 말하기</translation>
    </message>
    <message>
        <source>Talk over Rotom</source>
        <translation>말하는 중에 끼어들기</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>눌러서 말하기</translation>
    </message>
    <message>
        <source>Teases a little, loves pranks and puns.</source>
        <translation>조금 놀리고, 장난과 말장난을 좋아해요.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>That is more than this brain can hold. Say it in fewer words.</source>
        <translation>이 두뇌가 담기에는 너무 길어요. 더 짧게 말해 주세요.</translation>
    </message>
    <message>
        <source>That is not among the conversations any more.</source>
        <translation>그 대화는 이제 없어요.</translation>
    </message>
    <message>
        <source>That was very quiet. Go closer, or turn the microphone up.</source>
        <translation>아주 작게 들렸어요. 더 가까이 가거나 마이크를 키우세요.</translation>
    </message>
    <message>
        <source>The English ears lack {part}. Install Rotom again.</source>
        <translation>영어 귀에 {part:이} 없어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The Whisper model in {folder} is damaged. Fetch it again, or choose other ears.</source>
        <translation>{folder}의 Whisper 모델이 손상됐어요. 다시 받거나 다른 귀를 골라 주세요.</translation>
    </message>
    <message>
        <source>The address of an OpenAI-compatible server; empty: Rotom thinks on this machine.</source>
        <translation>OpenAI 호환 서버의 주소예요. 비우면 Rotom은 이 기기에서 생각해요.</translation>
    </message>
    <message>
        <source>The brain cannot be read</source>
        <translation>두뇌를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>The brain had nothing to say. Try to say it in other words.</source>
        <translation>두뇌가 할 말을 찾지 못했어요. 다른 말로 해 보세요.</translation>
    </message>
    <message>
        <source>The brain {name} failed ({why}). Ask again, or choose another one.</source>
        <translation>두뇌 {name}에 문제가 생겼어요 ({why}). 다시 물어보거나 다른 두뇌를 골라 주세요.</translation>
    </message>
    <message>
        <source>The brain {path} cannot hold a conversation: it has no chat template. Choose a model whose name says chat, instruct or it.</source>
        <translation>두뇌 {path:은} 대화 템플릿이 없어서 대화할 수 없어요. 이름에 chat, instruct, it가 든 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>The brain {path} is damaged or no GGUF language model. Choose another one, or fetch it again.</source>
        <translation>두뇌 {path:이} 손상됐거나 GGUF 언어 모델이 아니에요. 다른 것을 고르거나 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The brain {path} is missing. Choose another one, or fetch it again.</source>
        <translation>두뇌 {path:이} 없어요. 다른 것을 고르거나 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The brain {path} was made for another Rotom: its prompt format is {made_for}, this Rotom&apos;s is {prompt_version}. Update Rotom, or fetch the brain again.</source>
        <translation>두뇌 {path:은} 다른 Rotom에 맞춰 만들어졌어요. 두뇌의 프롬프트 형식은 {made_for}, 이 Rotom의 형식은 {prompt_version}이에요. Rotom을 업데이트하거나 두뇌를 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The brain {stem} needs {needed:.1f} GB of memory beside {ears:.1f} GB for the ears and {voices:.1f} GB for the voice, {missing:.1f} GB more than is free. Close something, or choose {smaller}.</source>
        <translation>두뇌 {stem}에는 메모리 {needed:.1f} GB가 필요하고 귀에 {ears:.1f} GB, 목소리에 {voices:.1f} GB가 더 들어요. 빈 메모리보다 {missing:.1f} GB가 더 필요해요. 다른 것을 닫거나 {smaller:을} 골라 주세요.</translation>
    </message>
    <message>
        <source>The catalogue has nothing of this kind for your language.</source>
        <translation>이 언어에 쓸 수 있는 것이 목록에 없어요.</translation>
    </message>
    <message>
        <source>The catalogue of models cannot be read</source>
        <translation>모델 목록을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>The chat template of the brain {path} cannot write this conversation: {why}. Choose another brain.</source>
        <translation>두뇌 {path}의 대화 템플릿으로는 이 대화를 쓸 수 없어요: {why}. 다른 두뇌를 골라 주세요.</translation>
    </message>
    <message>
        <source>The chat template of the brain {path} is broken. Choose another brain.</source>
        <translation>두뇌 {path}의 대화 템플릿이 망가졌어요. 다른 두뇌를 골라 주세요.</translation>
    </message>
    <message>
        <source>The command rotom was not found beside the Python that runs it, so Steam would not find it either. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>rotom 명령이 그것을 실행하는 Python 옆에 없어서 Steam도 찾지 못해요. 예를 들어 &apos;make run&apos;으로 Rotom을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>{host:과} 연결이 끊겼어요.</translation>
    </message>
    <message>
        <source>The connection was lost ({reason}). Try again.</source>
        <translation>연결이 끊겼어요 ({reason}). 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The conversation cannot be saved</source>
        <translation>대화를 저장할 수 없어요</translation>
    </message>
    <message>
        <source>The conversation is too long for the scripted brain.</source>
        <translation>대본 두뇌에는 대화가 너무 길어요.</translation>
    </message>
    <message>
        <source>The conversation was deleted.</source>
        <translation>대화를 삭제했어요.</translation>
    </message>
    <message>
        <source>The conversations cannot be reached</source>
        <translation>대화를 불러올 수 없어요</translation>
    </message>
    <message>
        <source>The data of the voice espeak-ng is missing. Install Rotom again.</source>
        <translation>espeak-ng 목소리의 데이터가 없어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The display {display} does not answer. Start Rotom from the desktop, or talk with it here: rotom chat</source>
        <translation>디스플레이 {display:이} 응답하지 않아요. 데스크톱에서 Rotom을 시작하거나 여기서 이야기해 보세요: rotom chat</translation>
    </message>
    <message>
        <source>The earlier conversations could not be read ({reason}), so new ones are begun. The file was kept as {aside}.</source>
        <translation>이전 대화를 읽을 수 없어서 ({reason}) 새로 시작해요. 파일은 {aside:으로} 남겨 두었어요.</translation>
    </message>
    <message>
        <source>The ears did not catch what was said.</source>
        <translation>귀가 말을 알아듣지 못했어요.</translation>
    </message>
    <message>
        <source>The ears that come with Rotom hear English only. For Korean, fetch Whisper small under Models and choose it under Listening, Ears; typing works in any language.</source>
        <translation>Rotom에 딸려 온 귀는 영어만 들을 수 있어요. 한국어로 말하려면 모델에서 Whisper small을 받아 듣기의 귀에서 골라 주세요. 글은 어떤 언어로든 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>The ears {folder} know neither English nor Korean. Choose others.</source>
        <translation>귀 {folder:은} 영어도 한국어도 몰라요. 다른 귀를 골라 주세요.</translation>
    </message>
    <message>
        <source>The ears {name} do not understand this language. Choose other ears, or type.</source>
        <translation>귀 {name:은} 이 언어를 알아듣지 못해요. 다른 귀를 고르거나 글로 써 주세요.</translation>
    </message>
    <message>
        <source>The ears {name} failed ({error}). Say it again, or choose other ears.</source>
        <translation>귀 {name}에 문제가 생겼어요({error}). 다시 말하거나 다른 귀를 고르세요.</translation>
    </message>
    <message>
        <source>The ears {title} need {needed:.1f} GB of memory, {missing:.1f} GB more than is free. Close something, or choose {smaller}.</source>
        <translation>귀 {title:은} 메모리 {needed:.1f} GB가 필요한데 {missing:.1f} GB가 모자라요. 다른 것을 닫거나 {smaller:을} 골라 주세요.</translation>
    </message>
    <message>
        <source>The files of the English ears in {models} are damaged. Install Rotom again.</source>
        <translation>{models}에 있는 영어 귀의 파일이 손상됐어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The files of {title} are no longer in {folder}. Choose another one.</source>
        <translation>{title}의 파일이 {folder}에 더는 없어요. 다른 것을 골라 주세요.</translation>
    </message>
    <message>
        <source>The folder {folder} holds no whole Whisper model: {name} is missing. Fetch it again, or choose other ears.</source>
        <translation>{folder} 폴더의 Whisper 모델이 온전하지 않아요. {name:이} 없어요. 다시 받거나 다른 귀를 골라 주세요.</translation>
    </message>
    <message>
        <source>The folder {path} holds no whole Whisper model: {missing} is missing.</source>
        <translation>{path} 폴더의 Whisper 모델이 온전하지 않아요. {missing:이} 없어요.</translation>
    </message>
    <message>
        <source>The free software that Rotom stands on.</source>
        <translation>Rotom이 쓰는 자유 소프트웨어예요.</translation>
    </message>
    <message>
        <source>The graphics card is not used: {why}.</source>
        <translation>그래픽 카드를 쓰지 않아요: {why}.</translation>
    </message>
    <message>
        <source>The hub asks to wait {wait_s:.0f} s: too much was fetched at once. Try again later.</source>
        <translation>한꺼번에 너무 많이 받아서 허브가 {wait_s:.0f}초 기다리라고 해요. 나중에 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The hub asks to wait: too much was fetched at once. Try again later.</source>
        <translation>한꺼번에 너무 많이 받아서 허브가 기다리라고 해요. 나중에 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The hub cannot be asked ({reason}).</source>
        <translation>허브에 물어볼 수 없어요 ({reason}).</translation>
    </message>
    <message>
        <source>The hub cannot be reached ({reason}). Check the network and try again.</source>
        <translation>허브에 연결할 수 없어요 ({reason}). 네트워크를 확인하고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The hub does not give {of} to you yet. Accept its licence at {hub}/{of}, and set HF_TOKEN to an access token of yours.</source>
        <translation>허브가 아직 {of:을} 내주지 않아요. {hub}/{of}에서 라이선스에 동의하고, HF_TOKEN에 액세스 토큰을 넣어 주세요.</translation>
    </message>
    <message>
        <source>The hub does not prove who it is ({reason}). Check the date of this machine, and whether somebody sits between it and the network.</source>
        <translation>허브가 진짜인지 확인할 수 없어요 ({reason}). 이 기기의 날짜가 맞는지, 네트워크 중간에 누가 끼어 있지는 않은지 확인해 주세요.</translation>
    </message>
    <message>
        <source>The hub does not show {of} to strangers, or it is gone. Set HF_TOKEN to an access token of yours, or choose another model.</source>
        <translation>허브가 {of:을} 아무에게나 보여 주지 않거나, 이제 없어요. HF_TOKEN에 액세스 토큰을 넣거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>The hub ended before the file did.</source>
        <translation>파일이 다 오기 전에 허브가 끊었어요.</translation>
    </message>
    <message>
        <source>The hub gives no checksum of {path}. Choose another file.</source>
        <translation>허브가 {path}의 체크섬을 주지 않아요. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>The hub has no {name} in {of}{code}. Choose another model.</source>
        <translation>허브의 {of}에 {name:이} 없어요{code}. 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>The hub has trouble of its own ({code}). Try again later.</source>
        <translation>허브에 문제가 생겼어요 ({code}). 나중에 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The hub is not found: is this machine online? Check the network and try again.</source>
        <translation>허브를 찾을 수 없어요. 이 기기가 인터넷에 연결되어 있나요? 네트워크를 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>The hub refuses {of} ({code}).</source>
        <translation>허브가 {of:을} 거절했어요 ({code}).</translation>
    </message>
    <message>
        <source>The hub sends another part of the file than it was asked for.</source>
        <translation>허브가 요청한 것과 다른 부분을 보내요.</translation>
    </message>
    <message>
        <source>The hub sends the file in another form than it was asked for.</source>
        <translation>허브가 요청한 것과 다른 형식으로 파일을 보내요.</translation>
    </message>
    <message>
        <source>The hub sends us round in circles. Try again later.</source>
        <translation>허브가 같은 곳을 맴돌게 해요. 나중에 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The hub sends us to an address that is none.</source>
        <translation>허브가 주소가 아닌 곳을 알려 줘요.</translation>
    </message>
    <message>
        <source>The hub sends us to {scheme}://{host}, which Rotom does not know. Nothing was fetched from there.</source>
        <translation>허브가 Rotom이 모르는 {scheme}://{host:으로} 보내요. 거기서는 아무것도 받지 않았어요.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer is not what its manual says.</source>
        <translation>허브의 응답이 설명서와 달라요.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer is too long to be a list of files.</source>
        <translation>허브의 응답이 파일 목록이라기에는 너무 길어요.</translation>
    </message>
    <message>
        <source>The hub&apos;s storage refuses the file ({code}).</source>
        <translation>허브의 저장소가 파일을 거절했어요 ({code}).</translation>
    </message>
    <message>
        <source>The hub&apos;s {name} is not the one that Rotom knows. Update Rotom, or choose another model.</source>
        <translation>허브의 {name:은} Rotom이 아는 파일이 아니에요. Rotom을 업데이트하거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>키를 잊었어요.</translation>
    </message>
    <message>
        <source>The key is in the keyring.</source>
        <translation>키를 키링에 넣었어요.</translation>
    </message>
    <message>
        <source>The key of {host} is in the keyring.</source>
        <translation>{host}의 키를 키링에 넣었어요.</translation>
    </message>
    <message>
        <source>The language model {path} is missing or damaged, so the ears know companion talk less well. Install Rotom again.</source>
        <translation>언어 모델 {path:이} 없거나 손상돼서 귀가 일상 대화를 덜 알아들어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The language you speak.</source>
        <translation>내가 쓰는 언어예요.</translation>
    </message>
    <message>
        <source>The library faster-whisper is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>faster-whisper 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library llama-cpp-python does not run on this machine: {why}. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>llama-cpp-python 라이브러리가 이 기기에서 돌아가지 않아요: {why}. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library llama-cpp-python is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>llama-cpp-python 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library onnxruntime is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>onnxruntime 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library openai is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>openai 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library piper-tts is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>piper-tts 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The library pocketsphinx is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>pocketsphinx 라이브러리가 없어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The list of shortcuts {path} is not whole ({why}), so Rotom leaves it alone. Start Steam once, add any program to the library, close Steam, and try again.</source>
        <translation>바로 가기 목록 {path:이} 온전하지 않아서({why}) Rotom이 건드리지 않아요. Steam을 한 번 켜서 라이브러리에 아무 프로그램이나 추가하고 닫은 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The loudspeaker cannot be opened. Plug one in or choose another under Voice, Loudspeaker. ({reason})</source>
        <translation>스피커를 열 수 없어요. 스피커를 꽂거나 목소리의 스피커에서 다른 것을 골라 주세요. ({reason})</translation>
    </message>
    <message>
        <source>The loudspeaker was closed.</source>
        <translation>스피커가 닫혔어요.</translation>
    </message>
    <message>
        <source>The loudspeaker went away. Plug it in again, or choose another one under Voice, Loudspeaker. Until then replies are only shown.</source>
        <translation>스피커가 사라졌어요. 다시 연결하거나 목소리의 스피커에서 다른 스피커를 고르세요. 그때까지 대답은 글로만 보여요.</translation>
    </message>
    <message>
        <source>The message is too long for the brain {name}: with what it remembers it has {count} tokens of {context_tokens}. Say it in fewer words.</source>
        <translation>두뇌 {name}에는 메시지가 너무 길어요. 기억까지 합쳐 토큰이 {count}개인데 {context_tokens}개까지 담을 수 있어요. 더 짧게 말해 주세요.</translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>메시지를 삭제했어요.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Plug one in or choose another under Listening, Microphone. ({reason})</source>
        <translation>마이크를 열 수 없어요. 마이크를 꽂거나 듣기의 마이크에서 다른 것을 골라 주세요. ({reason})</translation>
    </message>
    <message>
        <source>The microphone gives no sound any more. Plug it in again, or choose another one under Listening, Microphone; hands-free goes on by itself when it is back.</source>
        <translation>마이크에서 더는 소리가 오지 않아요. 다시 연결하거나 듣기의 마이크에서 다른 마이크를 고르세요. 마이크가 돌아오면 핸즈프리는 저절로 이어져요.</translation>
    </message>
    <message>
        <source>The microphone is muted. Press mute again to let Rotom hear you.</source>
        <translation>마이크가 음소거돼 있어요. 음소거를 다시 누르면 Rotom이 들을 수 있어요.</translation>
    </message>
    <message>
        <source>The microphone stays open and Rotom answers when you pause. Off: a button.</source>
        <translation>마이크를 열어 두고, 말을 쉬면 Rotom이 답해요. 끄면 버튼을 눌러 말해요.</translation>
    </message>
    <message>
        <source>The microphone went away. Plug it in again, or choose another one.</source>
        <translation>마이크가 사라졌어요. 다시 연결하거나 다른 마이크를 고르세요.</translation>
    </message>
    <message>
        <source>The model cannot be removed</source>
        <translation>모델을 지울 수 없어요</translation>
    </message>
    <message>
        <source>The model cannot be written down</source>
        <translation>모델을 적어 둘 수 없어요</translation>
    </message>
    <message>
        <source>The models cannot be changed</source>
        <translation>모델을 바꿀 수 없어요</translation>
    </message>
    <message>
        <source>The one that Rotom listens through.</source>
        <translation>Rotom이 듣는 마이크예요.</translation>
    </message>
    <message>
        <source>The one that Rotom speaks through.</source>
        <translation>Rotom이 말하는 스피커예요.</translation>
    </message>
    <message>
        <source>The personalities cannot be read</source>
        <translation>성격을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>The personality cannot be removed</source>
        <translation>성격을 지울 수 없어요</translation>
    </message>
    <message>
        <source>The personality cannot be saved</source>
        <translation>성격을 저장할 수 없어요</translation>
    </message>
    <message>
        <source>The personality in {path} is left out: {why}.</source>
        <translation>{path}의 성격을 쓸 수 없어요: {why}.</translation>
    </message>
    <message>
        <source>The personality is as it was shipped.</source>
        <translation>성격이 처음 상태로 돌아왔어요.</translation>
    </message>
    <message>
        <source>The process of the brain {title} ended.</source>
        <translation>두뇌 {title}의 프로세스가 끝났어요.</translation>
    </message>
    <message>
        <source>The proxy of the environment cannot be used ({why}). Set HTTPS_PROXY to an http address.</source>
        <translation>환경 변수의 프록시를 쓸 수 없어요 ({why}). HTTPS_PROXY에 http 주소를 넣어 주세요.</translation>
    </message>
    <message>
        <source>The report cannot be saved</source>
        <translation>보고서를 저장할 수 없어요</translation>
    </message>
    <message>
        <source>The scripted voice does not speak {language}.</source>
        <translation>대본 목소리는 {language:을} 말하지 못해요.</translation>
    </message>
    <message>
        <source>The server that you let your words go to; empty: they stay on this machine.</source>
        <translation>내 말을 보내도 된다고 한 서버예요. 비우면 말이 이 기기를 떠나지 않아요.</translation>
    </message>
    <message>
        <source>The settings cannot be read, so the defaults are used</source>
        <translation>설정을 읽을 수 없어서 기본값을 써요</translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation>설정을 저장할 수 없어요</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {why}</source>
        <translation>설정을 저장할 수 없어요: {why}</translation>
    </message>
    <message>
        <source>The settings file could not be understood ({why}), so the defaults are used.</source>
        <translation>설정 파일을 이해할 수 없어서 ({why}) 기본값을 써요.</translation>
    </message>
    <message>
        <source>The small Rotom over the game has ended. It is tried again at the next start.</source>
        <translation>게임 위의 작은 Rotom이 끝났어요. 다음에 시작할 때 다시 해 볼게요.</translation>
    </message>
    <message>
        <source>The sound cannot be written to {path}: {why}. Choose another place or make room.</source>
        <translation>소리를 {path}에 쓸 수 없어요: {why}. 다른 곳을 고르거나 자리를 비워 주세요.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing. Install it with the package manager (libportaudio2 on Debian and Ubuntu, portaudio on Arch and Fedora) and start Rotom again.</source>
        <translation>소리 라이브러리 PortAudio가 없어요. 패키지 관리자로 설치하고(Debian과 Ubuntu는 libportaudio2, Arch와 Fedora는 portaudio) Rotom을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The sound server, told to do so, and Rotom</source>
        <translation>사운드 서버(켜 달라고 해서)와 Rotom</translation>
    </message>
    <message>
        <source>The sound server, where it can, and Rotom</source>
        <translation>사운드 서버(할 수 있으면)와 Rotom</translation>
    </message>
    <message>
        <source>The talk button starts with one press and ends with the next, or once you are silent. Off: hold it.</source>
        <translation>말하기 버튼을 한 번 누르면 시작하고, 다시 누르거나 말을 멈추면 끝나요. 끄면 누르고 있는 동안 말해요.</translation>
    </message>
    <message>
        <source>The turn did not end.</source>
        <translation>차례가 끝나지 않았어요.</translation>
    </message>
    <message>
        <source>The voice activity model is missing: it comes with faster-whisper 1.2. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>말소리를 알아채는 모델이 없어요. faster-whisper 1.2에 들어 있어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The voice activity model {model} is damaged. Install Rotom again.</source>
        <translation>말소리를 알아채는 모델 {model:이} 손상됐어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The voice activity model {model} is missing. Install Rotom again.</source>
        <translation>말소리를 알아채는 모델 {model:이} 없어요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The voice espeak-ng cannot be loaded: it comes with piper-tts. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation>espeak-ng 목소리를 불러올 수 없어요. piper-tts에 들어 있어요. &apos;make run&apos; 등으로 Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The voice file {file} is missing. Choose another voice, or fetch it again.</source>
        <translation>목소리 파일 {file:이} 없어요. 다른 목소리를 고르거나 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The voice that Rotom speaks English with.</source>
        <translation>Rotom이 영어로 말할 때의 목소리예요.</translation>
    </message>
    <message>
        <source>The voice {name} could not say a sentence ({why}). Choose another voice.</source>
        <translation>목소리 {name:이} 한 문장을 말하지 못했어요 ({why}). 다른 목소리를 골라 주세요.</translation>
    </message>
    <message>
        <source>The voice {name} could not say a sentence. Choose another voice.</source>
        <translation>목소리 {name:이} 한 문장을 말하지 못했어요. 다른 목소리를 골라 주세요.</translation>
    </message>
    <message>
        <source>The voice {name} does not speak this language. Choose another voice.</source>
        <translation>목소리 {name:은} 이 언어를 말하지 못해요. 다른 목소리를 골라 주세요.</translation>
    </message>
    <message>
        <source>The voice {onnx} is damaged. Choose another voice, or fetch it again.</source>
        <translation>목소리 {onnx:이} 손상됐어요. 다른 목소리를 고르거나 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The window cannot open: PySide6 {pyside} makes Python {python} crash. Install PySide6 6.11.3, or start Rotom with Python 3.12 or newer.</source>
        <translation>창을 열 수 없어요. PySide6 {pyside:은} Python {python:을} 멈추게 해요. PySide6 6.11.3을 설치하거나 Python 3.12 이상으로 Rotom을 시작해 주세요.</translation>
    </message>
    <message>
        <source>The window cannot open: {why}</source>
        <translation>창을 열 수 없어요: {why}</translation>
    </message>
    <message>
        <source>The window needs the library {library}. Install the package libxcb-cursor0 (Debian, Ubuntu) or xcb-util-cursor (Arch, Fedora), or talk with Rotom here: rotom chat</source>
        <translation>창을 열려면 라이브러리 {library:이} 필요해요. libxcb-cursor0(Debian, Ubuntu)나 xcb-util-cursor(Arch, Fedora) 패키지를 설치하거나, 여기서 이야기해 보세요: rotom chat</translation>
    </message>
    <message>
        <source>There are no ears to measure.</source>
        <translation>재어 볼 귀가 없어요.</translation>
    </message>
    <message>
        <source>There are no ears to transcribe with.</source>
        <translation>받아 적을 귀가 없어요.</translation>
    </message>
    <message>
        <source>There are {count} personalities already. Delete one first.</source>
        <translation>성격이 벌써 {count}개예요. 먼저 하나를 삭제해 주세요.</translation>
    </message>
    <message>
        <source>There is a model called {id} already. Give this one another name with --id.</source>
        <translation>{id:이라}는 모델이 이미 있어요. --id로 다른 이름을 주세요.</translation>
    </message>
    <message>
        <source>There is neither a display nor a terminal here: Rotom shows one turn and ends.</source>
        <translation>여기에는 화면도 터미널도 없어요. Rotom이 한 번 말을 주고받고 끝나요.</translation>
    </message>
    <message>
        <source>There is neither a file {named!r} nor such a place on the hub. Give the path of a model, or an address such as owner/name/file.gguf.</source>
        <translation>{named!r} 파일도, 허브에 그런 곳도 없어요. 모델의 경로나 owner/name/file.gguf 같은 주소를 주세요.</translation>
    </message>
    <message>
        <source>There is no Steam Deck controller here, so no button of it can be held to talk beside a game. Rotom goes on looking for it; Settings, Controls turns this off.</source>
        <translation>여기에는 Steam Deck 컨트롤러가 없어서 게임 중에 버튼을 눌러 말할 수 없어요. Rotom이 계속 찾아볼게요. 설정의 조작에서 끌 수 있어요.</translation>
    </message>
    <message>
        <source>There is no conversation {missing}; `rotom history list` names those there are.</source>
        <translation>{missing}번 대화가 없어요. `rotom history list`가 있는 대화를 보여 줘요.</translation>
    </message>
    <message>
        <source>There is no display here, so Rotom talks in this terminal.</source>
        <translation>여기에는 화면이 없어서 이 터미널에서 이야기해요.</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>{path} 파일이 없어요. 이름을 확인해 주세요.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Choose the folder of a Whisper model as the ears.</source>
        <translation>{folder} 폴더가 없어요. Whisper 모델이 든 폴더를 귀로 골라 주세요.</translation>
    </message>
    <message>
        <source>There is no keyring here that is unlocked, so the key cannot be kept. Unlock it, or start Rotom with the key in {variable}.</source>
        <translation>열려 있는 키링이 없어서 키를 넣어 둘 수 없어요. 키링을 열거나, {variable}에 키를 넣고 Rotom을 시작해 주세요.</translation>
    </message>
    <message>
        <source>There is no log file this time</source>
        <translation>이번에는 로그 파일이 없어요</translation>
    </message>
    <message>
        <source>There is no model called {name!r}. Did you mean {like}?</source>
        <translation>{name!r} 모델이 없어요. 혹시 {like} 아닌가요?</translation>
    </message>
    <message>
        <source>There is no model called {name!r}. `rotom models list` shows all of them.</source>
        <translation>{name!r} 모델이 없어요. `rotom models list`가 모두 보여 줘요.</translation>
    </message>
    <message>
        <source>There is no model called {named!r} for the {what}. `rotom models list` shows them all; a file of your own is named by its whole path.</source>
        <translation>{what}에 쓸 {named!r} 모델이 없어요. `rotom models list`가 모두 보여 줘요. 내 파일은 전체 경로로 적어 주세요.</translation>
    </message>
    <message>
        <source>There is no package {name!r} here. `rotom licences` lists them.</source>
        <translation>여기에 {name!r} 패키지가 없어요. `rotom licences`가 모두 보여 줘요.</translation>
    </message>
    <message>
        <source>There is no personality called {id}.</source>
        <translation>{id:이라}는 성격이 없어요.</translation>
    </message>
    <message>
        <source>There is no recording of speech in {folder}. Name a folder with sound files.</source>
        <translation>{folder}에 사람 말이 녹음된 파일이 없어요. 소리 파일이 있는 폴더를 알려 주세요.</translation>
    </message>
    <message>
        <source>There is no setting called {name}.</source>
        <translation>{name:이라}는 설정이 없어요.</translation>
    </message>
    <message>
        <source>There is no voice {voice!r}. There are: {known}.</source>
        <translation>{voice!r} 목소리가 없어요. 있는 목소리: {known}.</translation>
    </message>
    <message>
        <source>There is no {name} to change; there are {known}.</source>
        <translation>{name:은} 바꿀 수 있는 것이 아니에요. {known:이} 있어요.</translation>
    </message>
    <message>
        <source>There is no {path} in {repo}.</source>
        <translation>{repo}에 {path:이} 없어요.</translation>
    </message>
    <message>
        <source>There is no {what} called {name!r} now. Plug it in, or choose another one.</source>
        <translation>지금은 {name!r}{what:이라}는 장치가 없어요. 꽂거나 다른 것을 골라 주세요.</translation>
    </message>
    <message>
        <source>There is no {what}. Plug one in.</source>
        <translation>{what:이} 없어요. 하나 꽂아 주세요.</translation>
    </message>
    <message>
        <source>There is nothing in this text that can be spoken.</source>
        <translation>이 글에는 소리 내어 말할 것이 없어요.</translation>
    </message>
    <message>
        <source>Think ahead</source>
        <translation>미리 생각하기</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>생각하고 있어요…</translation>
    </message>
    <message>
        <source>Thinks before it answers.</source>
        <translation>대답하기 전에 생각해요.</translation>
    </message>
    <message>
        <source>This conversation is no longer kept</source>
        <translation>이 대화는 더 남지 않아요</translation>
    </message>
    <message>
        <source>This deletes all conversations, what you said about games, your own personalities, the settings and the log. It cannot be undone. Delete all of it? [y/N] </source>
        <translation>모든 대화, 게임에 대해 한 말, 직접 만든 성격, 설정과 기록을 지워요. 되돌릴 수 없어요. 모두 지울까요? [y/N] </translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends Rotom.</source>
        <translation>이 데스크톱에는 트레이가 없어서 창을 닫으면 Rotom이 끝나요.</translation>
    </message>
    <message>
        <source>This is Rotom&apos;s small starter brain. It makes small talk in simple English, often misses the point, and muddles names and times. A real one can be fetched under Models.</source>
        <translation>Rotom의 작은 기본 두뇌예요. 쉬운 영어로 가벼운 이야기를 나누지만 자주 엉뚱하게 대답하고 이름과 시간을 헷갈려요. 진짜 두뇌는 모델에서 받을 수 있어요.</translation>
    </message>
    <message>
        <source>This is what the microphone heard.</source>
        <translation>마이크가 들은 소리예요.</translation>
    </message>
    <message>
        <source>Toaster</source>
        <translation>토스터</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Turns hands-free on and off.</source>
        <translation>핸즈프리를 켜고 꺼요.</translation>
    </message>
    <message>
        <source>Use the graphics card</source>
        <translation>그래픽 카드 쓰기</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>목소리</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>목소리</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>소리 크기</translation>
    </message>
    <message>
        <source>Wake by name</source>
        <translation>이름 부르면 깨어나기</translation>
    </message>
    <message>
        <source>Waking up…</source>
        <translation>깨어나고 있어요…</translation>
    </message>
    <message>
        <source>Warm, curious and quick to laugh.</source>
        <translation>따뜻하고 호기심 많고 잘 웃어요.</translation>
    </message>
    <message>
        <source>What Rotom calls you; empty: it asks.</source>
        <translation>Rotom이 나를 부르는 이름이에요. 비우면 물어봐요.</translation>
    </message>
    <message>
        <source>What Rotom lives in: itself, a handheld console or a toaster.</source>
        <translation>Rotom이 들어가 사는 곳이에요. 유령 그대로, 휴대용 게임기, 토스터가 있어요.</translation>
    </message>
    <message>
        <source>What Rotom&apos;s window and commands are written in; what you speak is set under Listening.</source>
        <translation>창과 명령에 쓰는 언어예요. 말하는 언어는 듣기에서 골라요.</translation>
    </message>
    <message>
        <source>What counts as speech</source>
        <translation>말소리로 보는 기준</translation>
    </message>
    <message>
        <source>What you changed of the brains cannot be kept</source>
        <translation>두뇌에서 바꾼 것을 남길 수 없어요</translation>
    </message>
    <message>
        <source>What you changed of the brains cannot be read</source>
        <translation>두뇌에서 바꾼 것을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>What you said about games</source>
        <translation>게임에 대해 말한 것</translation>
    </message>
    <message>
        <source>What you said about your games cannot be kept</source>
        <translation>게임에 대해 말한 것을 남길 수 없어요</translation>
    </message>
    <message>
        <source>What you tell about a game is kept with it, and known when you play it again.</source>
        <translation>게임에 대해 말한 것을 그 게임과 함께 남겨 두고, 다시 할 때 기억해요.</translation>
    </message>
    <message>
        <source>Where Rotom was left there.</source>
        <translation>Rotom을 두었던 자리예요.</translation>
    </message>
    <message>
        <source>Where llama.cpp was built for it. It is tried first, and not used beside a game.</source>
        <translation>그래픽 카드용으로 만든 llama.cpp에서만 쓸 수 있어요. 먼저 시험해 보고, 게임 중에는 쓰지 않아요.</translation>
    </message>
    <message>
        <source>Whether the first-start note was read.</source>
        <translation>첫 시작 안내를 읽었는지예요.</translation>
    </message>
    <message>
        <source>Which Rotom this is, and what it runs on.</source>
        <translation>어떤 Rotom이고 무엇으로 돌아가는지 알려 줘요.</translation>
    </message>
    <message>
        <source>Which one; empty: its first.</source>
        <translation>어느 모델을 쓸지예요. 비우면 서버의 첫 번째 모델을 써요.</translation>
    </message>
    <message>
        <source>Whisper looks at no more than you said, which takes less time. Off: at 30 s each time.</source>
        <translation>Whisper가 말한 만큼만 살펴봐서 시간이 덜 걸려요. 끄면 매번 30초를 살펴봐요.</translation>
    </message>
    <message>
        <source>Who Rotom is: its temper and manner.</source>
        <translation>Rotom이 어떤 성격과 말투인지예요.</translation>
    </message>
    <message>
        <source>With Wake by name: how long after an exchange the name is not needed.</source>
        <translation>이름 부르면 깨어나기를 켰을 때, 대화가 끝나고 이름 없이도 듣는 시간이에요.</translation>
    </message>
    <message>
        <source>With this server your words leave this machine: what you type, what Rotom heard you say, what it remembers of you and the conversation so far go to {host}. Sound never does. Whoever runs {host} can read and keep it.</source>
        <translation>이 서버를 쓰면 내 말이 이 기기를 떠나요. 쓴 글, Rotom이 들은 말, 나에 대한 기억, 지금까지의 대화가 {host:으로} 가요. 소리는 절대 가지 않아요. {host:을} 운영하는 사람은 그것을 읽고 남겨 둘 수 있어요.</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>말 없는 대화</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>내 이름</translation>
    </message>
    <message>
        <source>Your own models are not there: {why}</source>
        <translation>내 모델을 불러올 수 없어요: {why}</translation>
    </message>
    <message>
        <source>Your words would go to {address}, and you have not agreed to that yet. Do so under Models, or with `rotom server use`.</source>
        <translation>내 말이 {address:으로} 가게 되는데, 아직 동의하지 않았어요. 모델에서, 또는 `rotom server use`로 동의해 주세요.</translation>
    </message>
    <message>
        <source>a .json or .png; without it: JSON to the terminal</source>
        <translation>.json이나 .png 파일이에요. 없으면 JSON을 터미널에 써요</translation>
    </message>
    <message>
        <source>a brain, a GGUF file, &quot;starter&quot; or &quot;server&quot;</source>
        <translation>두뇌, GGUF 파일, &quot;starter&quot; 또는 &quot;server&quot;</translation>
    </message>
    <message>
        <source>a file name has a to z, 0 to 9, - and _, and at most 40 of them</source>
        <translation>파일 이름은 a~z, 0~9, -, _로 40자까지예요</translation>
    </message>
    <message>
        <source>a little {feeling}</source>
        <translation>조금 {feeling}</translation>
    </message>
    <message>
        <source>a model of `rotom models list`</source>
        <translation>`rotom models list`에 나오는 모델</translation>
    </message>
    <message>
        <source>a model that is here, or one that came with Rotom</source>
        <translation>여기 있는 모델이나 Rotom에 딸려 온 모델</translation>
    </message>
    <message>
        <source>a newer Rotom wrote it</source>
        <translation>더 새로운 Rotom이 썼어요</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a voice of `rotom models`</source>
        <translation>`rotom models`에 나오는 목소리</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>accept the licence it has</source>
        <translation>모델의 라이선스에 동의해요</translation>
    </message>
    <message>
        <source>add Rotom to the library, with pictures and a controller layout</source>
        <translation>그림과 컨트롤러 설정과 함께 Rotom을 라이브러리에 넣어요</translation>
    </message>
    <message>
        <source>add a model of your own: a GGUF file, a Piper voice, a Whisper folder</source>
        <translation>내 모델을 더해요: GGUF 파일, Piper 목소리, Whisper 폴더</translation>
    </message>
    <message>
        <source>affection</source>
        <translation>애정</translation>
    </message>
    <message>
        <source>all that are not in use</source>
        <translation>쓰지 않는 모델 모두</translation>
    </message>
    <message>
        <source>already here, from {whose}: links instead of downloading</source>
        <translation>{whose}에 이미 있어요. 받지 않고 연결해요</translation>
    </message>
    <message>
        <source>anger</source>
        <translation>화</translation>
    </message>
    <message>
        <source>another program holds {path}. Close it</source>
        <translation>다른 프로그램이 {path:을} 쓰고 있어요. 그 프로그램을 닫아 주세요</translation>
    </message>
    <message>
        <source>as the hub has it.</source>
        <translation>허브에 있는 그대로예요.</translation>
    </message>
    <message>
        <source>ask a server for its models and one word</source>
        <translation>서버에 모델 목록과 한마디를 물어봐요</translation>
    </message>
    <message>
        <source>at ease</source>
        <translation>편안해요</translation>
    </message>
    <message>
        <source>baseline is not a table of pleasure, arousal and dominance</source>
        <translation>baseline이 pleasure, arousal, dominance의 표가 아니에요</translation>
    </message>
    <message>
        <source>be this one from now on</source>
        <translation>이제부터 이 성격이 돼요</translation>
    </message>
    <message>
        <source>bring a deleted conversation back</source>
        <translation>삭제한 대화를 되살려요</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>평온</translation>
    </message>
    <message>
        <source>change how a brain chooses its words, or tell how it does</source>
        <translation>두뇌가 말을 고르는 방식을 바꾸거나 보여 줘요</translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation>신나요</translation>
    </message>
    <message>
        <source>compare the catalogue with the hub, over the network</source>
        <translation>네트워크로 목록을 허브와 비교해요</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>뿔났어요</translation>
    </message>
    <message>
        <source>delete a conversation; `restore` brings it back within a day</source>
        <translation>대화를 삭제해요. 하루 안에는 `restore`로 되살릴 수 있어요</translation>
    </message>
    <message>
        <source>delete all your data: conversations, personalities, settings, log</source>
        <translation>내 데이터를 모두 삭제해요: 대화, 성격, 설정, 기록 파일</translation>
    </message>
    <message>
        <source>downcast</source>
        <translation>시무룩해요</translation>
    </message>
    <message>
        <source>drowsy</source>
        <translation>졸려요</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>두려움</translation>
    </message>
    <message>
        <source>fetch models; without a name those that suit this machine</source>
        <translation>모델을 받아요. 이름이 없으면 이 기기에 알맞은 것을 받아요</translation>
    </message>
    <message>
        <source>fetch no faster than that</source>
        <translation>이보다 빠르게 받지 않아요</translation>
    </message>
    <message>
        <source>fetch what other programs have, too</source>
        <translation>다른 프로그램에 있는 것도 새로 받아요</translation>
    </message>
    <message>
        <source>find where words stand in all conversations</source>
        <translation>모든 대화에서 낱말을 찾아요</translation>
    </message>
    <message>
        <source>find, fetch, choose and remove brains, ears and voices</source>
        <translation>두뇌, 귀, 목소리를 찾고 받고 고르고 지워요</translation>
    </message>
    <message>
        <source>form is not one of {forms}</source>
        <translation>form이 {forms} 중 하나가 아니에요</translation>
    </message>
    <message>
        <source>give a conversation a name, or its first words back</source>
        <translation>대화에 이름을 붙이거나 첫마디로 되돌려요</translation>
    </message>
    <message>
        <source>heard after {heard} ms, first token {token} ms, first sound {sound} ms, all {all} ms</source>
        <translation>들은 때 {heard} ms, 첫 토큰 {token} ms, 첫 소리 {sound} ms, 모두 {all} ms</translation>
    </message>
    <message>
        <source>heard: {text}</source>
        <translation>들은 말: {text}</translation>
    </message>
    <message>
        <source>it computes something else than the processor</source>
        <translation>프로세서와 다른 답을 계산해요</translation>
    </message>
    <message>
        <source>it ended in the middle of its trial</source>
        <translation>시험하다가 중간에 끝났어요</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>이름이 없어요</translation>
    </message>
    <message>
        <source>it holds more than a conversation can</source>
        <translation>대화 하나에 담기에는 너무 많아요</translation>
    </message>
    <message>
        <source>it holds no conversations of Rotom</source>
        <translation>Rotom의 대화가 들어 있지 않아요</translation>
    </message>
    <message>
        <source>it holds {constant}</source>
        <translation>{constant:이} 들어 있어요</translation>
    </message>
    <message>
        <source>it is a book of lore without a character</source>
        <translation>캐릭터가 없는 설정집이에요</translation>
    </message>
    <message>
        <source>it is damaged or locked</source>
        <translation>손상됐거나 잠겨 있어요</translation>
    </message>
    <message>
        <source>it is larger than {at_most} KB</source>
        <translation>{at_most} KB보다 커요</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>너무 깊이 겹쳐 있어요</translation>
    </message>
    <message>
        <source>it is no character card</source>
        <translation>캐릭터 카드가 아니에요</translation>
    </message>
    <message>
        <source>it is not JSON that can be read</source>
        <translation>읽을 수 있는 JSON이 아니에요</translation>
    </message>
    <message>
        <source>it is not TOML: {why}</source>
        <translation>TOML이 아니에요: {why}</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>UTF-8 글이 아니에요</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>보통 파일이 아니에요</translation>
    </message>
    <message>
        <source>it says nothing of its character</source>
        <translation>캐릭터에 대한 말이 없어요</translation>
    </message>
    <message>
        <source>its card is larger than {mb} MB</source>
        <translation>카드가 {mb} MB보다 커요</translation>
    </message>
    <message>
        <source>its driver failed</source>
        <translation>드라이버에 문제가 생겼어요</translation>
    </message>
    <message>
        <source>its first model</source>
        <translation>첫 번째 모델</translation>
    </message>
    <message>
        <source>its id has other signs than a to z, 0 to 9, - and _, or over 40 of them</source>
        <translation>id에 a~z, 0~9, -, _ 말고 다른 글자가 있거나 40자가 넘어요</translation>
    </message>
    <message>
        <source>its messages are out of order</source>
        <translation>메시지의 차례가 맞지 않아요</translation>
    </message>
    <message>
        <source>its name from now on</source>
        <translation>이제부터 쓸 이름</translation>
    </message>
    <message>
        <source>its {name} is not text</source>
        <translation>{name:이} 글이 아니에요</translation>
    </message>
    <message>
        <source>joy</source>
        <translation>기쁨</translation>
    </message>
    <message>
        <source>keep settings, history and models in one folder</source>
        <translation>설정, 대화 기록, 모델을 한 폴더에 둬요</translation>
    </message>
    <message>
        <source>keep the server&apos;s key, read from the terminal or a pipe, in the keyring</source>
        <translation>터미널이나 파이프에서 읽은 서버 키를 키링에 보관해요</translation>
    </message>
    <message>
        <source>keep the turn in the history</source>
        <translation>이 대화를 기록에 남겨요</translation>
    </message>
    <message>
        <source>leave it its own way again</source>
        <translation>다시 원래 방식대로 둬요</translation>
    </message>
    <message>
        <source>let your words go to that server</source>
        <translation>내 말을 그 서버에 보내도록 동의해요</translation>
    </message>
    <message>
        <source>list the conversations, the one used last first</source>
        <translation>대화 목록을 최근 것부터 보여 줘요</translation>
    </message>
    <message>
        <source>list the models that there are, and which are here</source>
        <translation>모델 목록과 여기 있는 모델을 보여 줘요</translation>
    </message>
    <message>
        <source>list the personalities; a star marks the one that is chosen</source>
        <translation>성격 목록을 보여 줘요. 고른 것에는 별표가 있어요</translation>
    </message>
    <message>
        <source>list, search, save, take over and delete conversations</source>
        <translation>대화를 보고 찾고 저장하고 가져오고 삭제해요</translation>
    </message>
    <message>
        <source>list, show, bring in, save and remove personalities</source>
        <translation>성격을 보고 가져오고 저장하고 지워요</translation>
    </message>
    <message>
        <source>listen to these recordings of people instead: is each heard to its end?</source>
        <translation>대신 사람들의 녹음을 들어요: 저마다 끝까지 들리나요?</translation>
    </message>
    <message>
        <source>llama.cpp was built without support for it</source>
        <translation>llama.cpp가 그래픽 카드 지원 없이 만들어졌어요</translation>
    </message>
    <message>
        <source>look at this machine and say what to do about each problem</source>
        <translation>이 기기를 살펴보고 문제마다 할 일을 알려 줘요</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>스피커</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>마이크</translation>
    </message>
    <message>
        <source>mischief</source>
        <translation>장난기</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>이유를 알 수 없어요</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>밝히지 않음</translation>
    </message>
    <message>
        <source>on this machine or on the hub</source>
        <translation>이 기기나 허브에 있는 것</translation>
    </message>
    <message>
        <source>one of its conversations is broken</source>
        <translation>망가진 대화가 있어요</translation>
    </message>
    <message>
        <source>one of its conversations is empty</source>
        <translation>빈 대화가 있어요</translation>
    </message>
    <message>
        <source>one of its messages is broken</source>
        <translation>망가진 메시지가 있어요</translation>
    </message>
    <message>
        <source>one of its messages is no text</source>
        <translation>글이 아닌 메시지가 있어요</translation>
    </message>
    <message>
        <source>one of its messages is too long</source>
        <translation>너무 긴 메시지가 있어요</translation>
    </message>
    <message>
        <source>one of its times is none</source>
        <translation>시각이 아닌 값이 있어요</translation>
    </message>
    <message>
        <source>one spoken turn from a sound file</source>
        <translation>소리 파일로 말을 한 번 주고받아요</translation>
    </message>
    <message>
        <source>open the window on the whole screen</source>
        <translation>창을 전체 화면으로 열어요</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>playful</source>
        <translation>장난기가 돌아요</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>위치 인자</translation>
    </message>
    <message>
        <source>print JSON for programs</source>
        <translation>프로그램을 위한 JSON으로 써요</translation>
    </message>
    <message>
        <source>print all that makes up a personality</source>
        <translation>성격의 내용을 모두 보여 줘요</translation>
    </message>
    <message>
        <source>print the words of its licence</source>
        <translation>라이선스 전문을 보여 줘요</translation>
    </message>
    <message>
        <source>print what is said in a sound file</source>
        <translation>소리 파일의 말을 글로 써요</translation>
    </message>
    <message>
        <source>print where a model is</source>
        <translation>모델이 있는 곳을 알려 줘요</translation>
    </message>
    <message>
        <source>question: {path}</source>
        <translation>질문: {path}</translation>
    </message>
    <message>
        <source>read models and compare them with their checksums</source>
        <translation>모델을 읽어 체크섬과 비교해요</translation>
    </message>
    <message>
        <source>remove models and free their space</source>
        <translation>모델을 지워 공간을 비워요</translation>
    </message>
    <message>
        <source>remove one of yours; a shipped one is again as it was shipped</source>
        <translation>내가 만든 성격을 지워요. 딸려 온 성격은 처음 모습으로 돌아가요</translation>
    </message>
    <message>
        <source>reply: [{emotion}] {text}</source>
        <translation>대답: [{emotion}] {text}</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>슬픔</translation>
    </message>
    <message>
        <source>say whether Rotom is in the library, and what Steam would start</source>
        <translation>Rotom이 라이브러리에 있는지, Steam이 무엇을 시작하는지 알려 줘요</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>버전을 보여 주고 끝내요</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>이 도움말을 보여 주고 끝내요</translation>
    </message>
    <message>
        <source>sleepiness</source>
        <translation>졸림</translation>
    </message>
    <message>
        <source>something else is in the place of {path}. Move it away and try again</source>
        <translation>{path} 자리에 다른 것이 있어요. 치우고 다시 해 보세요</translation>
    </message>
    <message>
        <source>speak a text into a sound file</source>
        <translation>글을 말해 소리 파일로 만들어요</translation>
    </message>
    <message>
        <source>spoken reply: {path}</source>
        <translation>말한 대답: {path}</translation>
    </message>
    <message>
        <source>startled</source>
        <translation>깜짝 놀랐어요</translation>
    </message>
    <message>
        <source>such as http://192.168.1.20:8080</source>
        <translation>예: http://192.168.1.20:8080</translation>
    </message>
    <message>
        <source>such as temperature=0.7</source>
        <translation>예: temperature=0.7</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>놀람</translation>
    </message>
    <message>
        <source>take Rotom out of the library again</source>
        <translation>Rotom을 라이브러리에서 다시 빼요</translation>
    </message>
    <message>
        <source>take over a character card: JSON, PNG or CharX, version 1 to 3</source>
        <translation>캐릭터 카드를 가져와요: JSON, PNG, CharX, 버전 1~3</translation>
    </message>
    <message>
        <source>take over the conversations of a JSON file that Rotom wrote</source>
        <translation>Rotom이 쓴 JSON 파일의 대화를 가져와요</translation>
    </message>
    <message>
        <source>talk in the terminal; from a pipe, a line in is a message, a line out a reply</source>
        <translation>터미널에서 이야기해요. 파이프로는 한 줄이 말 하나, 나오는 한 줄이 답 하나예요</translation>
    </message>
    <message>
        <source>tell all about a model, or a GGUF file, before it is loaded</source>
        <translation>모델이나 GGUF 파일을 불러오기 전에 자세히 알려 줘요</translation>
    </message>
    <message>
        <source>tender</source>
        <translation>다정해요</translation>
    </message>
    <message>
        <source>that account only, by name or number</source>
        <translation>그 계정만, 이름이나 번호로</translation>
    </message>
    <message>
        <source>the card in the picture is damaged</source>
        <translation>그림 속 카드가 손상됐어요</translation>
    </message>
    <message>
        <source>the disk of {parent} is full or failing. Free some space</source>
        <translation>{parent}의 디스크가 가득 찼거나 고장 났어요. 자리를 비워 주세요</translation>
    </message>
    <message>
        <source>the disk of {parent} is full. Free some space and try again</source>
        <translation>{parent}의 디스크가 가득 찼어요. 자리를 비우고 다시 해 보세요</translation>
    </message>
    <message>
        <source>the ears that come with Rotom</source>
        <translation>Rotom에 딸려 온 귀</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>파일이 손상됐어요</translation>
    </message>
    <message>
        <source>the file is of another program</source>
        <translation>다른 프로그램의 파일이에요</translation>
    </message>
    <message>
        <source>the picture ends in the middle</source>
        <translation>그림이 중간에 끝나요</translation>
    </message>
    <message>
        <source>the small starter brain</source>
        <translation>작은 기본 두뇌</translation>
    </message>
    <message>
        <source>there is no card in it</source>
        <translation>카드가 들어 있지 않아요</translation>
    </message>
    <message>
        <source>there is no card in the picture</source>
        <translation>그림에 카드가 없어요</translation>
    </message>
    <message>
        <source>think on a server from now on</source>
        <translation>이제부터 서버에서 생각해요</translation>
    </message>
    <message>
        <source>think on this machine again</source>
        <translation>다시 이 기기에서 생각해요</translation>
    </message>
    <message>
        <source>think, hear or speak with a model from now on</source>
        <translation>이제부터 이 모델로 생각하거나 듣거나 말해요</translation>
    </message>
    <message>
        <source>thinks is true or false.</source>
        <translation>thinks는 true 아니면 false예요.</translation>
    </message>
    <message>
        <source>time each stage and the whole turn, in about two minutes</source>
        <translation>단계마다, 그리고 대화 전체에 걸리는 시간을 2분쯤 재요</translation>
    </message>
    <message>
        <source>to read, not to take along</source>
        <translation>읽기 위한 것이에요. 가져올 수는 없어요</translation>
    </message>
    <message>
        <source>uneasy</source>
        <translation>불안해요</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>very {feeling}</source>
        <translation>무척 {feeling}</translation>
    </message>
    <message>
        <source>wav, flac, mp3 or ogg</source>
        <translation>wav, flac, mp3 또는 ogg</translation>
    </message>
    <message>
        <source>what Rotom stands on, under which licence, where its source is</source>
        <translation>Rotom에 쓰인 것들과 그 라이선스, 소스가 있는 곳을 보여 줘요</translation>
    </message>
    <message>
        <source>where Rotom thinks: on this machine or on a server of yours</source>
        <translation>Rotom이 생각하는 곳: 이 기기 또는 내 서버</translation>
    </message>
    <message>
        <source>where the spoken reply goes</source>
        <translation>소리로 된 답을 쓸 파일</translation>
    </message>
    <message>
        <source>without a question</source>
        <translation>묻지 않고 해요</translation>
    </message>
    <message>
        <source>without it: the server&apos;s first</source>
        <translation>없으면 서버의 첫 번째 모델</translation>
    </message>
    <message>
        <source>without it: to the terminal</source>
        <translation>없으면 터미널에 써요</translation>
    </message>
    <message>
        <source>without one: all</source>
        <translation>없으면 모두</translation>
    </message>
    <message>
        <source>without one: all that are here</source>
        <translation>없으면 여기 있는 것 모두</translation>
    </message>
    <message>
        <source>write a personality as a character card</source>
        <translation>성격을 캐릭터 카드로 저장해요</translation>
    </message>
    <message>
        <source>write conversations as JSON or Markdown</source>
        <translation>대화를 JSON이나 마크다운으로 저장해요</translation>
    </message>
    <message>
        <source>you: </source>
        <translation>나: </translation>
    </message>
    <message>
        <source>{axis} is not a number between -1 and 1</source>
        <translation>{axis:이} -1과 1 사이의 수가 아니에요</translation>
    </message>
    <message>
        <source>{config} does not describe a Piper voice.</source>
        <translation>{config:은} Piper 목소리를 설명하지 않아요.</translation>
    </message>
    <message>
        <source>{config} does not describe a Piper voice. Choose another voice, or fetch it again.</source>
        <translation>{config:은} Piper 목소리를 설명하지 않아요. 다른 목소리를 고르거나 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>{count} conversations are kept in {path}.</source>
        <translation>대화 {count}개가 {path}에 있어요.</translation>
    </message>
    <message>
        <source>{count} conversations were taken over from {name}.</source>
        <translation>{name}에서 대화 {count}개를 가져왔어요.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 중 {done}</translation>
    </message>
    <message>
        <source>{file} cannot be brought in</source>
        <translation>{file:을} 가져올 수 없어요</translation>
    </message>
    <message>
        <source>{folder} cannot be read. Name a folder with recordings.</source>
        <translation>{folder} 폴더를 읽을 수 없어요. 녹음이 있는 폴더를 알려 주세요.</translation>
    </message>
    <message>
        <source>{folder} is empty.</source>
        <translation>{folder:이} 비어 있어요.</translation>
    </message>
    <message>
        <source>{gb:.1f} GB of memory are free</source>
        <translation>메모리 {gb:.1f} GB가 비어 있어요</translation>
    </message>
    <message>
        <source>{given!r} is not NAME=VALUE with a number, true or false.</source>
        <translation>{given!r} 꼴은 안 돼요. 이름=값으로 쓰고, 값은 수나 true, false로 적어 주세요.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>{host}에 연결할 수 없어요.</translation>
    </message>
    <message>
        <source>{host} does not accept the key. Set another one under Brain.</source>
        <translation>{host:이} 키를 받아 주지 않아요. 두뇌에서 다른 키를 넣어 주세요.</translation>
    </message>
    <message>
        <source>{host} does not answer in time.</source>
        <translation>{host:이} 제때 답하지 않아요.</translation>
    </message>
    <message>
        <source>{host} does not know this model or address. Look at both.</source>
        <translation>{host:이} 이 모델이나 주소를 몰라요. 둘 다 확인해 주세요.</translation>
    </message>
    <message>
        <source>{host} has no key any more.</source>
        <translation>{host}의 키를 지웠어요.</translation>
    </message>
    <message>
        <source>{host} has no model. Load one there first.</source>
        <translation>{host}에 모델이 없어요. 먼저 그쪽에서 하나 불러와 주세요.</translation>
    </message>
    <message>
        <source>{host} is not in the home network, so its address has to begin with https://.</source>
        <translation>{host:은} 집 네트워크 밖에 있어서 주소가 https://로 시작해야 해요.</translation>
    </message>
    <message>
        <source>{host} is too busy or has trouble of its own.</source>
        <translation>{host:이} 너무 바쁘거나 문제가 생겼어요.</translation>
    </message>
    <message>
        <source>{host} refused the message ({status_code}).</source>
        <translation>{host:이} 메시지를 거절했어요 ({status_code}).</translation>
    </message>
    <message>
        <source>{host} sent something that is no reply.</source>
        <translation>{host:이} 답이 아닌 것을 보냈어요.</translation>
    </message>
    <message>
        <source>{host} stopped in the middle of its reply.</source>
        <translation>{host:이} 답하다가 멈췄어요.</translation>
    </message>
    <message>
        <source>{id} is as it should be.</source>
        <translation>{id:은} 멀쩡해요.</translation>
    </message>
    <message>
        <source>{id} is damaged: {files}. Remove it and fetch it again.</source>
        <translation>{id:이} 손상됐어요: {files}. 지우고 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>{id} is in use now ({setting} in {file}).</source>
        <translation>이제 {id:을} 써요 ({file}의 {setting}).</translation>
    </message>
    <message>
        <source>{id} is shipped with Rotom and cannot be removed.</source>
        <translation>{id:은} Rotom에 딸려 온 것이라 지울 수 없어요.</translation>
    </message>
    <message>
        <source>{kind}: {name}, {seconds:.1f} s to load</source>
        <translation>{kind}: {name}, 불러오는 데 {seconds:.1f}초</translation>
    </message>
    <message>
        <source>{memory:.1f} GB of memory</source>
        <translation>메모리 {memory:.1f} GB</translation>
    </message>
    <message>
        <source>{memory} and the battery is in use</source>
        <translation>{memory}. 배터리로 켜져 있어요</translation>
    </message>
    <message>
        <source>{memory} and the graphics card thinks</source>
        <translation>{memory}. 그래픽 카드가 생각해요</translation>
    </message>
    <message>
        <source>{memory} and the processor has {cores} cores</source>
        <translation>{memory}. 프로세서 코어는 {cores}개예요</translation>
    </message>
    <message>
        <source>{memory} beside a game</source>
        <translation>{memory}. 게임이 함께 돌고 있어요</translation>
    </message>
    <message>
        <source>{memory}, {threads} threads at most. {why}</source>
        <translation>{memory}, 스레드 최대 {threads}개. {why}</translation>
    </message>
    <message>
        <source>{minutes:.0f} min left</source>
        <translation>{minutes:.0f}분 남음</translation>
    </message>
    <message>
        <source>{model} is not a Silero voice activity model. Install Rotom again.</source>
        <translation>{model:은} Silero 모델이 아니에요. Rotom을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>{model} said its first word after {ms:.0f} ms.</source>
        <translation>{model:이} {ms:.0f} ms 만에 첫마디를 했어요.</translation>
    </message>
    <message>
        <source>{names} removed, {size} freed.</source>
        <translation>지운 모델: {names}. {size}를 비웠어요.</translation>
    </message>
    <message>
        <source>{name} came damaged ({damaged}). It is fetched once more.</source>
        <translation>{name:이} 손상된 채 왔어요 ({damaged}). 한 번 더 받아요.</translation>
    </message>
    <message>
        <source>{name} came damaged twice ({damaged}) and was deleted. Try again later, or over another network.</source>
        <translation>{name:이} 두 번이나 손상된 채 와서 ({damaged}) 지웠어요. 나중에, 또는 다른 네트워크에서 다시 해 보세요.</translation>
    </message>
    <message>
        <source>{name} cannot be kept</source>
        <translation>{name:을} 남길 수 없어요</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name:을} 읽을 수 없어요</translation>
    </message>
    <message>
        <source>{name} cannot be taken over</source>
        <translation>{name:을} 가져올 수 없어요</translation>
    </message>
    <message>
        <source>{name} cannot be taken over: {why}. Choose a JSON file that Rotom saved.</source>
        <translation>{name:을} 가져올 수 없어요: {why}. Rotom이 저장한 JSON 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>{name} does not bring the words of its licence.</source>
        <translation>{name} 패키지에는 라이선스 글이 들어 있지 않아요.</translation>
    </message>
    <message>
        <source>{name} has at most {longest} characters.</source>
        <translation>{name:은} {longest}자까지예요.</translation>
    </message>
    <message>
        <source>{name} has more than {longest} characters</source>
        <translation>{name:이} {longest}자를 넘어요</translation>
    </message>
    <message>
        <source>{name} is a copy that you can change.</source>
        <translation>{name:은} 고칠 수 있는 사본이에요.</translation>
    </message>
    <message>
        <source>{name} is a number, not {value}.</source>
        <translation>{name:은} 수예요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is a whole number, not {value}.</source>
        <translation>{name:은} 정수예요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is already in {program}; Rotom looks whether it is whole.</source>
        <translation>{name:이} {program}에 이미 있어요. 온전한지 살펴볼게요.</translation>
    </message>
    <message>
        <source>{name} is back and thinks again.</source>
        <translation>{name:이} 돌아와서 다시 생각해요.</translation>
    </message>
    <message>
        <source>{name} is between {low:g} and {high:g}, not {value}.</source>
        <translation>{name:은} {low:g}에서 {high:g} 사이예요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name:이} 비어 있어요</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name:이} 왔어요.</translation>
    </message>
    <message>
        <source>{name} is here. Its description is longer than Rotom takes: the rest stays in its card.</source>
        <translation>{name:이} 왔어요. 설명이 Rotom이 받는 것보다 길어서, 나머지는 카드에 남아 있어요.</translation>
    </message>
    <message>
        <source>{name} is linked from {program}.</source>
        <translation>{name:을} {program}에서 연결했어요.</translation>
    </message>
    <message>
        <source>{name} is not text</source>
        <translation>{name:이} 글이 아니에요</translation>
    </message>
    <message>
        <source>{name} is one line without control characters, not {value}.</source>
        <translation>{name:은} 제어 문자가 없는 한 줄이에요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}, not {value}.</source>
        <translation>{name:은} {choices} 중 하나예요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is text, not {value}.</source>
        <translation>{name:은} 글이에요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is true or false, not {value}.</source>
        <translation>{name:은} 참이나 거짓이에요. {value:은} 안 돼요.</translation>
    </message>
    <message>
        <source>{name} is {what} between {low:g} and {high:g}.</source>
        <translation>{name:은} {low:g}에서 {high:g} 사이의 {what}여야 해요.</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name:을} 지웠어요.</translation>
    </message>
    <message>
        <source>{name}: {architecture}, {millions:,.0f} million parameters, trained for {tokens:,} tokens of context, licence {licence}, {megabytes:,.0f} MB.</source>
        <translation>{name}: {architecture}, 매개변수 {millions:,.0f}백만 개, 문맥 {tokens:,} 토큰으로 학습, 라이선스 {licence}, {megabytes:,.0f} MB예요.</translation>
    </message>
    <message>
        <source>{onnx} is not a Piper voice. Choose another one.</source>
        <translation>{onnx:은} Piper 목소리가 아니에요. 다른 것을 골라 주세요.</translation>
    </message>
    <message>
        <source>{out} cannot be written: {why}.</source>
        <translation>{out:을} 쓸 수 없어요: {why}.</translation>
    </message>
    <message>
        <source>{out}: {seconds:.1f} s, spoken by {name}</source>
        <translation>{out}: {seconds:.1f}초, 목소리 {name}</translation>
    </message>
    <message>
        <source>{path} came damaged. Try again.</source>
        <translation>{path:이} 손상된 채 왔어요. 다시 해 보세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path:을} 읽을 수 없어요: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: it is not TOML.</source>
        <translation>{path:을} 쓸 수 없어요. TOML이 아니에요.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}</source>
        <translation>{path:을} 쓸 수 없어요: {why}</translation>
    </message>
    <message>
        <source>{path} cannot hold a conversation: it has no chat template. Choose a model whose name says chat, instruct or it.</source>
        <translation>{path:은} 대화 템플릿이 없어서 대화할 수 없어요. 이름에 chat, instruct, it가 든 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>{path} holds no more than a click. Record it again.</source>
        <translation>{path}에는 딸깍 소리밖에 없어요. 다시 녹음해 주세요.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a GGUF file as the brain.</source>
        <translation>{path:은} 폴더예요. 두뇌로는 GGUF 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>{path} is a folder. Name a sound file.</source>
        <translation>{path:은} 폴더예요. 소리 파일을 알려 주세요.</translation>
    </message>
    <message>
        <source>{path} is cut off after {seconds:.1f} of {declared_s:.1f} seconds. Copy or record it again.</source>
        <translation>{path:이} {declared_s:.1f}초 중 {seconds:.1f}초에서 잘렸어요. 다시 복사하거나 녹음해 주세요.</translation>
    </message>
    <message>
        <source>{path} is cut off before its end. Copy or record it again.</source>
        <translation>{path:이} 끝나기 전에 잘렸어요. 다시 복사하거나 녹음해 주세요.</translation>
    </message>
    <message>
        <source>{path} is damaged or no GGUF language model. Choose another file.</source>
        <translation>{path:이} 손상됐거나 GGUF 언어 모델이 아니에요. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>{path} is damaged or no sound file. Choose a wav, flac, mp3 or ogg file.</source>
        <translation>{path:이} 손상됐거나 소리 파일이 아니에요. wav, flac, mp3, ogg 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>{path} is empty. Choose another sound file.</source>
        <translation>{path:이} 비어 있어요. 다른 소리 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>{path} is no Piper voice: there is no {path}.json beside it.</source>
        <translation>{path:은} Piper 목소리가 아니에요. 옆에 {path}.json이 없어요.</translation>
    </message>
    <message>
        <source>{path} is nothing that Rotom can use: a brain is a GGUF file, a voice a Piper .onnx with its .onnx.json, ears the folder of a Whisper model for CTranslate2.</source>
        <translation>{path:은} Rotom이 쓸 수 없어요. 두뇌는 GGUF 파일, 목소리는 .onnx.json이 딸린 Piper .onnx, 귀는 CTranslate2용 Whisper 모델 폴더예요.</translation>
    </message>
    <message>
        <source>{path} is nothing that Rotom can use: name a .gguf, a .onnx or a model.bin of Whisper.</source>
        <translation>{path:은} Rotom이 쓸 수 없어요. .gguf, .onnx, 또는 Whisper의 model.bin을 알려 주세요.</translation>
    </message>
    <message>
        <source>{path} is {seconds:.0f} minutes long; {limit_s:g} minutes is the most. Cut it, or use &apos;rotom transcribe&apos;, which takes it in pieces.</source>
        <translation>{path:은} {seconds:.0f}분짜리예요. {limit_s:g}분까지 들을 수 있어요. 자르거나, 나눠서 듣는 &apos;rotom transcribe&apos;를 써 주세요.</translation>
    </message>
    <message>
        <source>{path} may not be read. Change its permissions.</source>
        <translation>{path:을} 읽을 권한이 없어요. 권한을 바꿔 주세요.</translation>
    </message>
    <message>
        <source>{percent} % is already here, from {whose}: links that, downloads the rest</source>
        <translation>{percent} %가 {whose}에 이미 있어요. 그만큼은 연결하고 나머지만 받아요</translation>
    </message>
    <message>
        <source>{reason}, and the smallest, {smallest}, needs {gb:.1f} GB.</source>
        <translation>{reason}. 가장 작은 {smallest:은} {gb:.1f} GB가 필요해요.</translation>
    </message>
    <message>
        <source>{reason}, so {best} suits.</source>
        <translation>{reason}. 그래서 {best:이} 알맞아요.</translation>
    </message>
    <message>
        <source>{reason}, so {best} suits; {better} would need {gb:.1f} GB.</source>
        <translation>{reason}. 그래서 {best:이} 알맞아요. {better:은} {gb:.1f} GB가 필요해요.</translation>
    </message>
    <message>
        <source>{repo} has several brains; say which one: {repo}/FILE with one of {names}.</source>
        <translation>{repo}에 두뇌가 여러 개 있어요. {names} 중 하나로 {repo}/FILE처럼 알려 주세요.</translation>
    </message>
    <message>
        <source>{repo} holds no whole Whisper model: {name} is missing.</source>
        <translation>{repo}의 Whisper 모델이 온전하지 않아요. {name:이} 없어요.</translation>
    </message>
    <message>
        <source>{repo} holds nothing that Rotom can use: a brain is a GGUF file, ears are a Whisper model for CTranslate2, a voice is a Piper voice (add /FILE.onnx).</source>
        <translation>{repo}에는 Rotom이 쓸 수 있는 것이 없어요. 두뇌는 GGUF 파일, 귀는 CTranslate2용 Whisper 모델, 목소리는 Piper 목소리예요 (/FILE.onnx를 붙여 주세요).</translation>
    </message>
    <message>
        <source>{said} (the graphics card could help: a setting under Brain)</source>
        <translation>{said} (그래픽 카드가 도울 수 있어요. 두뇌 설정에 있어요)</translation>
    </message>
    <message>
        <source>{said} (the graphics card failed its trial)</source>
        <translation>{said} (그래픽 카드는 시험을 통과하지 못했어요)</translation>
    </message>
    <message>
        <source>{said} It has no chat template, so it cannot hold a conversation.</source>
        <translation>{said} 대화 틀이 없어서 대화를 할 수 없어요.</translation>
    </message>
    <message>
        <source>{said} It needs {needed:.1f} GB of memory, which is free.</source>
        <translation>{said} 메모리 {needed:.1f} GB가 필요하고, 그만큼 비어 있어요.</translation>
    </message>
    <message>
        <source>{said} It needs {needed:.1f} GB of memory, {missing:.1f} GB more than is free.</source>
        <translation>{said} 메모리 {needed:.1f} GB가 필요한데 {missing:.1f} GB가 모자라요.</translation>
    </message>
    <message>
        <source>{said} The server&apos;s key may still be in the keyring.</source>
        <translation>{said} 서버의 키는 아직 열쇠고리에 있을 수 있어요.</translation>
    </message>
    <message>
        <source>{seconds:.0f} s left</source>
        <translation>{seconds:.0f}초 남음</translation>
    </message>
    <message>
        <source>{server} has {names}.</source>
        <translation>{server}에 있는 모델: {names}.</translation>
    </message>
    <message>
        <source>{size}, {gb:.1f} GB of memory</source>
        <translation>{size}, 메모리 {gb:.1f} GB</translation>
    </message>
    <message>
        <source>{text!r} is no address of a server.</source>
        <translation>{text!r}: 서버의 주소가 아니에요.</translation>
    </message>
    <message>
        <source>{text!r} is no address of a server. It looks like http://192.168.1.20:8080.</source>
        <translation>{text!r}: 서버의 주소가 아니에요. http://192.168.1.20:8080처럼 생겼어요.</translation>
    </message>
    <message>
        <source>{title} does not speak this language. Choose another.</source>
        <translation>{title:은} 이 언어를 말하지 못해요. 다른 것을 골라 주세요.</translation>
    </message>
    <message>
        <source>{title} has a licence that has to be accepted first: {name}, {url}.</source>
        <translation>{title:은} 먼저 라이선스에 동의해야 해요: {name}, {url}.</translation>
    </message>
    <message>
        <source>{title} is a model of yours now. `rotom models get {id}` fetches it ({url}).</source>
        <translation>{title:이} 이제 내 모델이에요. `rotom models get {id}`로 받을 수 있어요 ({url}).</translation>
    </message>
    <message>
        <source>{title} is a model of yours now. `rotom models use {id}` chooses it; its files stay where they are.</source>
        <translation>{title:이} 이제 내 모델이에요. `rotom models use {id}`로 고를 수 있고, 파일은 그 자리에 있어요.</translation>
    </message>
    <message>
        <source>{title} is here: {path}</source>
        <translation>{title:이} 왔어요: {path}</translation>
    </message>
    <message>
        <source>{title} is in use. Choose another one first, then remove it.</source>
        <translation>{title:을} 쓰고 있어요. 먼저 다른 것을 고른 다음 지워 주세요.</translation>
    </message>
    <message>
        <source>{title} is no brain, so it chooses no words.</source>
        <translation>{title:은} 두뇌가 아니라서 낱말을 고르지 않아요.</translation>
    </message>
    <message>
        <source>{title} is not fetched yet. Fetch it under Models, or with `rotom models get {id}`.</source>
        <translation>{title:을} 아직 받지 않았어요. 모델에서, 또는 `rotom models get {id}`로 받아 주세요.</translation>
    </message>
    <message>
        <source>{title} is one of your models now.</source>
        <translation>{title:이} 이제 내 모델이에요.</translation>
    </message>
    <message>
        <source>{url} is no address of the hub.</source>
        <translation>{url:은} 허브의 주소가 아니에요.</translation>
    </message>
    <message>
        <source>{what} It is still at {path}.</source>
        <translation>{what} 파일은 아직 {path}에 있어요.</translation>
    </message>
    <message>
        <source>{what} It was kept as {aside}.</source>
        <translation>{what} 파일은 {aside:으로} 남겨 두었어요.</translation>
    </message>
    <message>
        <source>{what} needs {missing_bytes:.2f} GB, and the disk of {existing} has {free:.2f} GB free. Free some space and try again.</source>
        <translation>{what:은} {missing_bytes:.2f} GB가 필요한데 {existing}의 디스크에는 {free:.2f} GB만 비어 있어요. 자리를 비우고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>{what}: {reason} and start Rotom again; until then nothing new is written down.</source>
        <translation>{what}: {reason}. 그런 다음 Rotom을 다시 시작해 주세요. 그때까지는 새로 적어 두지 않아요.</translation>
    </message>
    <message>
        <source>{what}: {reason}.</source>
        <translation>{what}: {reason}.</translation>
    </message>
    <message>
        <source>{what}: {why}.</source>
        <translation>{what}: {why}.</translation>
    </message>
    <message>
        <source>{what}: {why}. Choose a character card, JSON or PNG.</source>
        <translation>{what}: {why}. JSON이나 PNG 캐릭터 카드를 골라 주세요.</translation>
    </message>
    <message>
        <source>{where} speaks neither English nor Korean, so Rotom has no use for it.</source>
        <translation>{where:은} 영어도 한국어도 말하지 못해서 Rotom이 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>{who}: {why}</source>
        <translation>{who}: {why}</translation>
    </message>
    <message>
        <source>{why} ({path})</source>
        <translation>{why} ({path})</translation>
    </message>
    <message>
        <source>{why} ({path}). Move the file away</source>
        <translation>{why} ({path}). 파일을 다른 곳으로 옮겨 주세요</translation>
    </message>
    <message>
        <source>{why} Rotom goes on in {wait_s:.0f} s.</source>
        <translation>{why} {wait_s:.0f}초 뒤에 이어 가요.</translation>
    </message>
    <message>
        <source>{why} The brain on this machine answers until it is back.</source>
        <translation>{why} 돌아올 때까지 이 기기의 두뇌가 답해요.</translation>
    </message>
    <message>
        <source>{why} The brain on this machine answers.</source>
        <translation>{why} 이 기기의 두뇌가 답해요.</translation>
    </message>
    <message>
        <source>{why} The processor thinks.</source>
        <translation>{why} 프로세서로 생각해요.</translation>
    </message>
    <message>
        <source>{why} Until then Rotom thinks on this machine.</source>
        <translation>{why} 그때까지 Rotom은 이 기기에서 생각해요.</translation>
    </message>
    <message>
        <source>{why} Until then a voice that comes with Rotom speaks.</source>
        <translation>{why} 그때까지 Rotom에 딸려 온 목소리로 말해요.</translation>
    </message>
    <message>
        <source>{why} Until then replies are only shown.</source>
        <translation>{why} 그때까지 답을 글로만 보여 줘요.</translation>
    </message>
    <message>
        <source>{why} Until then the ears that come with Rotom listen.</source>
        <translation>{why} 그때까지 Rotom에 딸려 온 귀로 들어요.</translation>
    </message>
    <message>
        <source>{why} Until then the small starter brain answers.</source>
        <translation>{why} 그때까지 작은 기본 두뇌가 답해요.</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>A server that thinks, such as http://192.168.1.20:8080</source>
        <translation>생각을 맡길 서버, 예: http://192.168.1.20:8080</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>키 넣어 두기</translation>
    </message>
    <message>
        <source>Let my words go there</source>
        <translation>내 말을 보내도 돼요</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>서버의 모델</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>모델 보기</translation>
    </message>
    <message>
        <source>Test the server</source>
        <translation>서버 시험하기</translation>
    </message>
    <message>
        <source>The address of a server that thinks</source>
        <translation>생각하는 서버의 주소</translation>
    </message>
    <message>
        <source>The key of the server</source>
        <translation>서버의 키</translation>
    </message>
    <message>
        <source>The key of the server, if it asks for one; empty forgets it</source>
        <translation>서버가 키를 요구하면 여기에, 비우면 잊어요</translation>
    </message>
    <message>
        <source>Think here</source>
        <translation>여기서 생각하기</translation>
    </message>
    <message>
        <source>Think here again</source>
        <translation>다시 여기서 생각하기</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Use the server</source>
        <translation>서버 쓰기</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset %1</source>
        <translation>%1 되돌리기</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Groups of settings</source>
        <translation>설정 묶음</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>설정에서 찾기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>TalkBar</name>
    <message>
        <source>Hands-free off</source>
        <translation>핸즈프리 꺼짐</translation>
    </message>
    <message>
        <source>Hands-free on</source>
        <translation>핸즈프리 켜짐</translation>
    </message>
    <message>
        <source>Loudspeaker muted</source>
        <translation>스피커 음소거</translation>
    </message>
    <message>
        <source>Mic muted</source>
        <translation>마이크 음소거</translation>
    </message>
    <message>
        <source>Mic ready</source>
        <translation>마이크 준비됨</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>마이크 음소거</translation>
    </message>
    <message>
        <source>Mute the loudspeaker</source>
        <translation>스피커 음소거</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>마이크 음소거</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Voice off</source>
        <translation>소리 꺼짐</translation>
    </message>
    <message>
        <source>Voice on</source>
        <translation>소리 켜짐</translation>
    </message>
</context>
<context>
    <name>TalkButton</name>
    <message>
        <source>Held with the pointer, Space or F2 while you talk</source>
        <translation>말하는 동안 포인터, 스페이스, F2로 누르고 있어요</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>말하기</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>누르고 말하기</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>듣는 중</translation>
    </message>
    <message>
        <source>Pressed before and after you talk: pointer, Space or F2</source>
        <translation>말하기 전과 뒤에 포인터, 스페이스, F2로 한 번씩 눌러요</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>누르기</translation>
    </message>
    <message>
        <source>Tap to send</source>
        <translation>눌러서 보내기</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>눌러서 말하기</translation>
    </message>
</context>
<context>
    <name>TimesTable</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>After your last sound</source>
        <translation>말을 마친 뒤</translation>
    </message>
    <message>
        <source>First sound</source>
        <translation>첫 소리</translation>
    </message>
    <message>
        <source>First word thought</source>
        <translation>첫 낱말을 떠올림</translation>
    </message>
    <message>
        <source>How quick the answers are</source>
        <translation>대답이 얼마나 빠른지</translation>
    </message>
    <message>
        <source>Words understood</source>
        <translation>말을 알아들음</translation>
    </message>
    <message>
        <source>Your turn is over</source>
        <translation>말이 끝났다고 봄</translation>
    </message>
    <message>
        <source>last</source>
        <translation>이번</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>보통</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
</context>
<context>
    <name>TuningCard</name>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Change how words are chosen</source>
        <translation>낱말 고르는 법 바꾸기</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Hide how words are chosen</source>
        <translation>낱말 고르는 법 접기</translation>
    </message>
    <message>
        <source>How the brain in use chooses its words</source>
        <translation>지금 쓰는 두뇌가 낱말을 고르는 법</translation>
    </message>
    <message>
        <source>Its own way</source>
        <translation>본래대로</translation>
    </message>
    <message>
        <source>Leave the brain its own way</source>
        <translation>두뇌를 본래대로 두기</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>대답하기 전에 생각하기</translation>
    </message>
    <message>
        <source>Think before answering: better with riddles and sums, and much later. What it thinks is not shown.</source>
        <translation>대답하기 전에 생각하기: 수수께끼와 계산을 더 잘하지만 훨씬 늦게 답해요. 생각한 것은 보이지 않아요.</translation>
    </message>
</context>
<context>
    <name>VoiceGroup</name>
    <message>
        <source>Hear it</source>
        <translation>들어 보기</translation>
    </message>
    <message>
        <source>More voices</source>
        <translation>목소리 더 보기</translation>
    </message>
    <message>
        <source>Opens the voices that can be fetched</source>
        <translation>받을 수 있는 목소리를 열어요</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>듣기</translation>
    </message>
    <message>
        <source>Play a sample</source>
        <translation>견본 듣기</translation>
    </message>
    <message>
        <source>What to say as a sample</source>
        <translation>견본으로 말할 글</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Bzzt! I am Rotom. And you?</source>
        <translation>찌릿! 저는 Rotom이에요. 당신은요?</translation>
    </message>
    <message>
        <source>Do we hear each other?</source>
        <translation>서로 잘 들리나요?</translation>
    </message>
    <message>
        <source>Let&apos;s talk</source>
        <translation>이야기 시작하기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Skip it all</source>
        <translation>모두 건너뛰기</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영해요</translation>
    </message>
    <message>
        <source>What do I think with?</source>
        <translation>무엇으로 생각할까요?</translation>
    </message>
</context>
<context>
    <name>WelcomeBrain</name>
    <message>
        <source>A real brain: %1</source>
        <translation>진짜 두뇌: %1</translation>
    </message>
    <message>
        <source>Ears for Korean: %1</source>
        <translation>한국어를 듣는 귀: %1</translation>
    </message>
    <message>
        <source>Fetch it in the background</source>
        <translation>백그라운드에서 받기</translation>
    </message>
    <message>
        <source>Fetching it accepts this licence: %1</source>
        <translation>받으면 이 라이선스에 동의하는 것으로 봐요: %1</translation>
    </message>
    <message>
        <source>In Korean I can read, write and speak now. To think and to hear in Korean I need models that are fetched once.</source>
        <translation>한국어는 지금 읽고 쓰고 말할 수 있어요. 한국어로 생각하고 들으려면 모델을 한 번 받아야 해요.</translation>
    </message>
    <message>
        <source>It comes in the background</source>
        <translation>백그라운드에서 받고 있어요</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>여기 있어요</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>라이선스: %1</translation>
    </message>
    <message>
        <source>You can begin at once: what is better takes over when it is here. All of them are under Models.</source>
        <translation>바로 시작해도 돼요. 더 좋은 모델은 다 받는 대로 저절로 쓰여요. 모든 모델은 모델 화면에 있어요.</translation>
    </message>
</context>
<context>
    <name>WelcomeSound</name>
    <message>
        <source>Hear me</source>
        <translation>들어 보기</translation>
    </message>
    <message>
        <source>If you hear nothing, choose another loudspeaker below.</source>
        <translation>아무것도 들리지 않으면 아래에서 다른 스피커를 고르세요.</translation>
    </message>
    <message>
        <source>Says a sentence through the loudspeaker</source>
        <translation>스피커로 한 문장을 말해요</translation>
    </message>
</context>
<context>
    <name>WelcomeYou</name>
    <message>
        <source>I live in this machine. Everything you say is heard, thought about and answered here: nothing leaves it.</source>
        <translation>저는 이 기기 안에 살아요. 하시는 말은 모두 여기서 듣고, 생각하고, 답해요. 밖으로 나가는 것은 없어요.</translation>
    </message>
    <message>
        <source>Interrupt me whenever you like: talk, or press Stop (%1).</source>
        <translation>언제든 끼어드세요: 말을 걸거나 멈춤(%1)을 누르세요.</translation>
    </message>
    <message>
        <source>Talk: hold the round button (%1), and let go when you are done.</source>
        <translation>말하기: 둥근 버튼(%1)을 누른 채 말하고, 다 말하면 놓으세요.</translation>
    </message>
    <message>
        <source>Type: open the chat (%1).</source>
        <translation>쓰기: 채팅을 여세요(%1).</translation>
    </message>
    <message>
        <source>We speak</source>
        <translation>함께 쓸 말</translation>
    </message>
    <message>
        <source>What shall I call you?</source>
        <translation>뭐라고 불러 드릴까요?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>내 이름</translation>
    </message>
    <message>
        <source>Your name, or nothing</source>
        <translation>이름, 비워 두어도 돼요</translation>
    </message>
</context>
</TS>
