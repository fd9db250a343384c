using System.CommandLine;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class TagVerb
{
    public static Command Command()
    {
        var path = new Argument<FileSystemInfo>("FILE|FOLDER") { Description = "A document, or a folder with *.txt and *.html files." }.AcceptExistingOnly();
        var command = new Command("tag", "Prints the tags of each document, with the words they rest on, as a line of JSON. Needs no store.") { path };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(async (_, token) =>
        {
            var reading = new TagReading();
            await DocumentFiles.WriteAsync(parsed.GetRequiredValue(path).FullName, address: null, reading.Of, token);
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private sealed class TagReading
    {
        private readonly ArticleTagger _tagger = ReferenceData.CreateTagger();
        private readonly Dictionary<string, Region> _regions = ReferenceData.Regions().ToDictionary(r => r.Code, StringComparer.Ordinal);
        private readonly Dictionary<string, Topic> _topics = ReferenceData.Topics().ToDictionary(t => t.Slug, StringComparer.Ordinal);

        public TaggedJson Of(string file, ExtractedArticle article)
        {
            var tagged = article.Rejection is null ? _tagger.Tag(article) : new TaggedArticle(article, [], [], Sensitive: false);
            var tags = TagOrder.Of(tagged.Tags).ToList();
            return new(
                file, article.Title, TagJson.Dates(article.Dates), tagged.Sensitive,
                [.. tags.Where(t => t.Kind is TagKind.Region).Select(t => TagJson.Region(new NamedTag(t, _regions[t.Key].Name, null, null), Display.FullText))],
                [.. tags.Where(t => t.Kind is TagKind.Agency).Select(t => Agency(t, tagged.Agencies.First(a => a.Slug == t.Key)))],
                [.. tags.Where(t => t.Kind is TagKind.Topic).Select(t => TagJson.Topic(new NamedTag(t, _topics[t.Key].Name, null, null), Display.FullText))]);
        }

        private static AgencyTagJson Agency(ArticleTag tag, Agency agency) => TagJson.Agency(new NamedTag(tag, agency.Name, agency.Kind, agency.RegionCode), Display.FullText);
    }

    internal sealed record TaggedJson(string File, string Title, IReadOnlyList<DateJson> Dates, bool Sensitive, IReadOnlyList<RegionTagJson> Regions, IReadOnlyList<AgencyTagJson> Agencies, IReadOnlyList<TopicTagJson> Topics);
}
