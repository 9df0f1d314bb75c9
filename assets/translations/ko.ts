<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>(interrupted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted before a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupts the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said yet. Write something below, or hold F2 and talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You change an earlier message. What followed it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save conversation as files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationsPane</name>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved conversation was found. A file can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over conversations from a file that Rotom saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitRow</name>
    <message>
        <source>Download limit: %1 MB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download limit: none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Microphone level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicrophoneSign</name>
    <message>
        <source>Microphone closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1 (in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (suits this machine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching it accepts this licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on fetching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A GGUF file, a Piper voice or a Whisper folder of your own can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of your own, by path or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path, or owner/name/file.gguf of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all that is not in use (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use what came with Rotom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this notice away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinks here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinks on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rotom</name>
    <message>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Piper voice is two files, and {each} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A personality is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice of Models for Korean; empty: the robot (eSpeak NG).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Rotom is fetching or changing {title}. Wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calm motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a server first, with `rotom server use`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves Rotom running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations are not kept this time: a newer Rotom wrote those that are there, and they are left as they are. Update Rotom to see them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dozing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the system&apos;s own sound settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamepads do not work, because SDL2 could not be loaded ({why}). The keyboard, the mouse and the touch screen do; `rotom doctor` says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghostliness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_ENDPOINT has to be an address that begins with https://, not {endpoint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_ENDPOINT is no address ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_TOKEN is no access token of the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handheld console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>핸즈프리</translation>
    </message>
    <message>
        <source>Hands-free: less after a finished sentence, more after a word that hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands-free: you can talk over Rotom. Without headphones it would hear itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How electric the voice sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast Rotom speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast models are fetched at most; 0: as fast as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How high Rotom&apos;s voice is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud Rotom is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many threads think; 0: Rotom chooses and leaves one core free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I heard nothing. Hold the button while you talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I wear headphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {path}: {why} The default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known how much memory is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the key out of the address; it has a place of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less movement on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the server to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Say --agree, or answer yes, to let them go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: nothing that is said is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: replies are only shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of Models by its name, or a folder with a Whisper model; empty: PocketSphinx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of Models by its name, or the path of a GGUF file; empty: the starter brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {most_personas} personalities in {folder} are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause that ends your turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PocketSphinx understands English only. Download the Whisper ears for Korean, or type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotom may not use {path}. Change who may, or start Rotom with --data and a folder of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotom may not write {path}. Change who may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotom thinks on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotom thinks on {server}; while that is away, on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {files} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which model to remove, or --unused for all that are not in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server that may read along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server that thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Rotom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Rotom; its log file has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts to think while you might go on. Answers sooner, costs some battery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than this brain can hold. Say it in fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not among the conversations any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The English ears lack {part}. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Whisper model in {folder} is damaged. Fetch it again, or choose other ears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of an OpenAI-compatible server; empty: Rotom thinks on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain had nothing to say. Try to say it in other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {name} failed ({why}). Ask again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {path} cannot hold a conversation: it has no chat template. Choose a model whose name says chat, instruct or it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {path} is damaged or no GGUF language model. Choose another one, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {path} is missing. Choose another one, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {path} was made for another Rotom: its prompt format is {made_for}, this Rotom&apos;s is {prompt_version}. Update Rotom, or fetch the brain again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brain {stem} needs {needed:.1f} GB of memory beside {ears:.1f} GB for the ears and {voices:.1f} GB for the voice, {missing:.1f} GB more than is free. Close something, or choose {smaller}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue has nothing of this kind for your language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of models cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat template of the brain {path} cannot write this conversation: {why}. Choose another brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat template of the brain {path} is broken. Choose another brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost ({reason}). Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is too long for the scripted brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of the voice espeak-ng is missing. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier conversations could not be read ({reason}), so new ones are begun. The file was kept as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ears that come with Rotom hear English only. For Korean, fetch Whisper small under Models and choose it under Listening, Ears; typing works in any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ears {folder} know neither English nor Korean. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ears {name} do not understand this language. Choose other ears, or type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ears {name} failed ({why}). Say it again, or choose other ears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the English ears in {models} are damaged. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of {title} are no longer in {folder}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} holds no whole Whisper model: {name} is missing. Fetch it again, or choose other ears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} holds no whole Whisper model: {missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card is not used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub asks to wait {wait_s:.0f} s: too much was fetched at once. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub asks to wait: too much was fetched at once. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub cannot be asked ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub cannot be reached ({reason}). Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not give {of} to you yet. Accept its licence at {hub}/{of}, and set HF_TOKEN to an access token of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not prove who it is ({reason}). Check the date of this machine, and whether somebody sits between it and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not show {of} to strangers, or it is gone. Set HF_TOKEN to an access token of yours, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub ended before the file did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub gives no checksum of {path}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub has no {name} in {of}{code}. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub has trouble of its own ({code}). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub refuses {of} ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sends another part of the file than it was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sends the file in another form than it was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sends us round in circles. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sends us to an address that is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub sends us to {scheme}://{host}, which Rotom does not know. Nothing was fetched from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub&apos;s answer is not what its manual says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub&apos;s answer is too long to be a list of files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub&apos;s storage refuses the file ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub&apos;s {name} is not the one that Rotom knows. Update Rotom, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {host} is in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language model {path} is missing or damaged, so the ears know companion talk less well. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language you speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library faster-whisper is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library llama-cpp-python does not run on this machine: {why}. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library llama-cpp-python is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library onnxruntime is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library openai is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library piper-tts is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library pocketsphinx is not installed. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loudspeaker cannot be opened. Plug one in or choose another under Voice, Loudspeaker. ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loudspeaker was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too long for the brain {name}: with what it remembers it has {count} tokens of {context_tokens}. Say it in fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Plug one in or choose another under Listening, Microphone. ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone is muted. Press mute again to let Rotom hear you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone stays open and Rotom answers when you pause. Off: a button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that Rotom listens through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that Rotom speaks through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personalities cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personality cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personality cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personality in {path} is left out: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process of the brain {title} ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of the environment cannot be used ({why}). Set HTTPS_PROXY to an http address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scripted voice does not speak {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server that you let your words go to; empty: they stay on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read, so the defaults are used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file could not be understood ({why}), so the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound cannot be written to {path}: {why}. Choose another place or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The talk button starts with one press and ends with the next. Off: hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The turn did not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice activity model is missing: it comes with faster-whisper 1.2. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice activity model {model} is damaged. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice activity model {model} is missing. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice espeak-ng cannot be loaded: it comes with piper-tts. Install Rotom again, for instance with &apos;make run&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice file {file} is missing. Choose another voice, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice that Rotom speaks English with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {name} could not say a sentence ({why}). Choose another voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {name} could not say a sentence. Choose another voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {name} does not speak this language. Choose another voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {onnx} is damaged. Choose another voice, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no ears to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no ears to transcribe with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model called {id} already. Give this one another name with --id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither a file {named!r} nor such a place on the hub. Give the path of a model, or an address such as owner/name/file.gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation {missing}; `rotom history list` names those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}. Choose the folder of a Whisper model as the ears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here that is unlocked, so the key cannot be kept. Unlock it, or start Rotom with the key in {variable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log file this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name!r}. Did you mean {like}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name!r}. `rotom models list` shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {named!r} for the {what}. `rotom models list` shows them all; a file of your own is named by its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice {voice!r}. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {path} in {repo}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what} called {name!r} now. Plug it in, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what}. Plug one in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this text that can be spoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is no longer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends Rotom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toaster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waking up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Rotom calls you; empty: it asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Rotom lives in: itself, a handheld console or a toaster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Rotom&apos;s window and commands are written in; what you speak is set under Listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where llama.cpp was built for it. It is tried first, and not used beside a game.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first-start note was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one; empty: its first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who Rotom is: its temper and manner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this server your words leave this machine: what you type, what Rotom heard you say, what it remembers of you and the conversation so far go to {host}. Sound never does. Whoever runs {host} can read and keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own models are not there: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words would go to {address}, and you have not agreed to that yet. Do so under Models, or with `rotom server use`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file name has a to z, 0 to 9, - and _, and at most 40 of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a little {feeling}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer Rotom wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already here, from {whose}: links instead of downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program holds {path}. Close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at ease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline is not a table of pleasure, arousal and dominance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drowsy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it computes something else than the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended in the middle of its trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than a conversation can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no conversations of Rotom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {constant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {at_most} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not TOML: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its driver failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id has other signs than a to z, 0 to 9, - and _, or over 40 of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its messages are out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp was built without support for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its conversations is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its conversations is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its messages is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its messages is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its messages is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its times is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>playful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else is in the place of {path}. Move it away and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>startled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk of {parent} is full or failing. Free some space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk of {parent} is full. Free some space and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uneasy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very {feeling}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis} is not a number between -1 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{config} does not describe a Piper voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{config} does not describe a Piper voice. Choose another voice, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} conversations were taken over from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gb:.1f} GB of memory are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not accept the key. Set another one under Brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not know this model or address. Look at both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no key any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no model. Load one there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is not in the home network, so its address has to begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is too busy or has trouble of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused the message ({status_code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent something that is no reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} stopped in the middle of its reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {name}, {seconds:.1f} s to load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} and the battery is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} and the machine is strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} and the processor has {cores} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} beside a game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes:.0f} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is not a Silero voice activity model. Install Rotom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} said its first word after {ms:.0f} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came damaged ({damaged}). It is fetched once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came damaged twice ({damaged}) and was deleted. Try again later, or over another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be taken over: {why}. Choose a JSON file that Rotom saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has at most {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has more than {longest} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a number, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a whole number, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is already in {program}; Rotom looks whether it is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is back and thinks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is between {low:g} and {high:g}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is linked from {program}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is one line without control characters, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is one of {choices}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is text, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is true or false, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{onnx} is not a Piper voice. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} came damaged. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: it is not TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot hold a conversation: it has no chat template. Choose a model whose name says chat, instruct or it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no more than a click. Record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no sound. Choose a wav, flac, mp3 or ogg file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a GGUF file as the brain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Name a sound file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is cut off after {seconds:.1f} of {declared_s:.1f} seconds. Copy or record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is cut off before its end. Copy or record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged or no GGUF language model. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged or no sound file. Choose a wav, flac, mp3 or ogg file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty. Choose another sound file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no Piper voice: there is no {path}.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is nothing that Rotom can use: a brain is a GGUF file, a voice a Piper .onnx with its .onnx.json, ears the folder of a Whisper model for CTranslate2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is nothing that Rotom can use: name a .gguf, a .onnx or a model.bin of Whisper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is {seconds:.0f} minutes long; {limit_s:g} minutes is the most. Cut it, or use &apos;rotom transcribe&apos;, which takes it in pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} may not be read. Change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % is already here, from {whose}: links that, downloads the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, and the smallest, {smallest}, needs {gb:.1f} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, so {best} suits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, so {best} suits; {better} would need {gb:.1f} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repo} has several brains; say which one: {repo}/FILE with one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repo} holds no whole Whisper model: {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repo} holds nothing that Rotom can use: a brain is a GGUF file, ears are a Whisper model for CTranslate2, a voice is a Piper voice (add /FILE.onnx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:.0f} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {gb:.1f} GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is no address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is no address of a server. It looks like http://192.168.1.20:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} does not speak this language. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} has a licence that has to be accepted first: {name}, {url}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is in use. Choose another one first, then remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is not fetched yet. Fetch it under Models, or with `rotom models get {id}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is one of your models now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is no address of the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} It is still at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} It was kept as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} needs {missing_bytes:.2f} GB, and the disk of {existing} has {free:.2f} GB free. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {reason} and start Rotom again; until then nothing new is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} speaks neither English nor Korean, so Rotom has no use for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} ({path})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} ({path}). Move the file away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Rotom goes on in {wait_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The brain on this machine answers until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The brain on this machine answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The processor thinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Until then Rotom thinks on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Until then a voice that comes with Rotom speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Until then replies are only shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Until then the ears that come with Rotom listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Until then the small starter brain answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>A server that thinks, such as http://192.168.1.20:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let my words go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a server that thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the server, if it asks for one; empty forgets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think here again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TalkButton</name>
    <message>
        <source>Held with the pointer, Space or F2 while you talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressed before and after you talk: pointer, Space or F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
