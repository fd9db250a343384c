namespace KamtibmasPortal.Web.Start;

/// <summary>The surroundings do not allow a start; the message says what to do, a stack trace would not help.</summary>
public sealed class StartFailedException(string message) : Exception(message);
