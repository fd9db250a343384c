using KamtibmasPortal.News.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>A document of a few sentences, as the tagger takes it.</summary>
internal static class Document
{
    public static ExtractedArticle Of(string body, string? title = null) => new() { Title = title ?? "", TitleDerived = title is null, Body = body };
}
