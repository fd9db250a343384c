namespace KamtibmasPortal.Web.Texts;

/// <summary>A part of a page that is read as a whole.</summary>
/// <param name="Anchor">Its name in the address.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Paragraphs">Its paragraphs, in order.</param>
public sealed record Chapter(string Anchor, string Heading, params IReadOnlyList<string> Paragraphs);
