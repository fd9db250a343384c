using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Says which regions, agencies and topics an article is about, each with the words that prove it. Same input, same tags.</summary>
public sealed class ArticleTagger(Gazetteer gazetteer, AgencyRegistry registry, AgencyTerritories territories, OperationReader operations, TopicRules topics, TopicRules sensitive)
{
    private readonly PlaceReader _places = new(gazetteer);
    private readonly AgencyReader _agencies = new(registry, new PlaceReader(gazetteer));
    private readonly AgencyTagger _agencyTagger = new(registry, territories);
    private readonly TopicTagger _topicTagger = new(topics);
    private readonly SensitiveGuard _guard = new(sensitive);

    public TaggedArticle Tag(ExtractedArticle article)
    {
        // A caption alone never decides, so it is not read at all; a title made from the body would count its words twice.
        var body = new TaggedText(EvidenceField.Body, article.Body, article.DatelineLength);
        List<TaggedText> fields = article.TitleDerived ? [body] : [new TaggedText(EvidenceField.Title, article.Title, 0), body];
        var places = new List<PlaceMention>();
        var agencies = new List<AgencyMention>();
        foreach (var field in fields)
        {
            Read(field, places, agencies);
        }

        new PlaceResolver(gazetteer).Resolve(places, fields);
        WeakenOuterTerritory(places, agencies, article.PublishedDay);
        WeakenSeats(places, agencies);
        var regionTags = RegionTagger.Tag(places);
        var (agencyTags, units) = _agencyTagger.Tag(agencies, regionTags, article.PublishedDay);
        var isAbroad = regionTags.Count == 0 && agencyTags.Count == 0 && fields.Exists(f => f.Tokens.Exists(t => t.Sentence < TaggedText.LeadSentences && t.IsCapital && PlaceWords.Abroad.Contains(t.Word)));
        var matters = _guard.Find(fields);
        return new TaggedArticle(article, [.. regionTags, .. agencyTags, .. isAbroad ? [] : _topicTagger.Tag(fields, SensitiveGuard.ChildVictim(matters))], units, matters.Count > 0) { SensitiveMatters = matters };
    }

    /// <summary>Polda Metro Jaya at work in Bekasi says nothing of Jakarta: a unit whose territory reaches into another province is no evidence for its own where only the outer part is named.</summary>
    private void WeakenOuterTerritory(List<PlaceMention> places, List<AgencyMention> agencies, DateOnly? day)
    {
        foreach (var agency in agencies.Where(a => a.Agency?.RegionCode is not null))
        {
            var home = agency.Agency!.RegionCode!;
            var own = places.Find(p => p.Text == agency.Text && p.From == agency.From && p.Code == home);
            if (own is not null && !places.Exists(p => p.Cue is not PlaceCue.Agency && p.Role is not EvidenceRole.Dateline && !p.IsWeak && !p.IsOrigin && p.Code is { } c && Region.Contains(home, c))
                && places.Exists(p => !p.IsOrigin && p.Role is not EvidenceRole.Dateline && p.Code is { Length: > 2 } c && !Region.Contains(home, c) && territories.On(agency.Agency.Slug, day)?.Covers(c) == true))
            {
                own.IsWeak = true;
            }
        }
    }

    /// <summary>"di Mapolda Jatim, Surabaya", "di Graha BNPB, Jakarta Timur": where a matter is shown to the press is not where it lies.</summary>
    private static void WeakenSeats(List<PlaceMention> places, List<AgencyMention> agencies)
    {
        foreach (var agency in agencies.Where(a => !a.IsHead && a.Agency is { RegionCode: null or { Length: 2 } } || a.Place?.Code is { Length: 2 }))
        {
            var tokens = agency.Text.Tokens;
            var seat = places.Find(p => p.Text == agency.Text && p.From == agency.To + 1 && p.Cue is not PlaceCue.Agency && tokens[p.From].Gap is ',' && tokens[p.From].Sentence == tokens[agency.To].Sentence);
            if (seat is not null && tokens.Exists(t => t.Sentence == tokens[agency.From].Sentence && PlaceWords.PressShow.Contains(t.Word)))
            {
                for (var place = seat; place is not null; place = place.Surroundings)
                {
                    place.IsWeak = true;
                }
            }
        }
    }

    private void Read(TaggedText field, List<PlaceMention> places, List<AgencyMention> agencies)
    {
        for (var at = 0; at < field.Tokens.Count;)
        {
            if ((operations.Read(field, at) ?? _agencies.Read(field, at)) is { } agency)
            {
                agencies.Add(agency);
                if (agency.Place is not null)
                {
                    places.Add(agency.Place);
                }
                else if (agency.Agency is { RegionCode: { } code, Kind: not ("kodam" or "korem") })
                {
                    places.Add(new PlaceMention { Text = field, From = agency.From, To = agency.To, NameFrom = agency.From, Cue = PlaceCue.Agency, Candidates = [code], IsWeak = agency.IsOperation || agency.Kind is "kodim" });
                }

                at = agency.To + 1;
                continue;
            }

            at += _places.Read(field, at, places);
        }
    }
}
